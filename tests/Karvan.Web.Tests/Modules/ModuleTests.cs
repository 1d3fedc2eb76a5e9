using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Modules;

/// <summary>A module says all that the pages of others need to know of it; what is missing is named.</summary>
public sealed class ModuleTests
{
    private static readonly TextBook Book = PageTexts.LoadTexts();

    [Fact]
    public void Modules_are_found_in_their_order() =>
        Assert.Equal(
            [
                "Platform",
                "Rules",
                "Registry",
                "Customs",
                "Evidence",
                "Consortia",
                "Supports",
                "Evaluation",
            ],
            WebModules.All.Select(m => m.GetType().Namespace!.Split('.')[^1])
        );

    [Fact]
    public void Every_entry_of_the_navigation_has_its_text_and_a_place_of_its_own()
    {
        Assert.Empty(WithoutText(WebModules.Navigation.Select(p => p.TextKey)));
        Assert.Equal(
            WebModules.Navigation.Count,
            WebModules.Navigation.Select(p => (p.Group, p.Weight)).Distinct().Count()
        );
        Assert.Empty(
            WithoutText(
                Enum.GetValues<NavigationGroup>().Select(g => new NavigationSection(g, []).TextKey)
            )
        );
    }

    [Fact]
    public async Task Every_news_is_an_event_of_a_record_that_has_a_name()
    {
        await using var site = await Site.On(Provider.Sqlite);
        await using var scope = site.Services.CreateAsyncScope();
        var named = scope
            .ServiceProvider.GetServices<INameRecords>()
            .Select(n => n.Kind)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(WebModules.News);
        Assert.All(WebModules.News, n => Assert.True(n.Event.IsSubclassOf(typeof(DomainEvent))));
        Assert.Equal(
            WebModules.News.Count,
            WebModules.News.Select(n => n.Name).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.Empty(WithoutText(WebModules.News.Select(n => $"event.{n.Name}")));
        // What happened while the demo was filled stands for all of them: which record it is about only the event knows.
        var news = WebModules.News.Select(n => n.Name).ToList();
        var subjects = await scope
            .ServiceProvider.GetRequiredService<KarvanContext>()
            .AuditEvents.Where(e => news.Contains(e.Kind))
            .Select(e => e.SubjectKind)
            .Distinct()
            .ToListAsync();
        Assert.NotEmpty(subjects);
        Assert.Empty(subjects.Except(named, StringComparer.Ordinal));
        Assert.Empty(named.Except(WebModules.Subjects.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_modules_contribute_is_found()
    {
        await using var site = await Site.On(Provider.Sqlite);
        await using var scope = site.Services.CreateAsyncScope();
        foreach (
            var kind in new[]
            {
                typeof(IPendingWork),
                typeof(IDeskFigures),
                typeof(INameRecords),
                typeof(IOwnRecords),
                typeof(IFindRecords),
            }
        )
        {
            var there = typeof(WebModules)
                .Assembly.GetTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(kind));
            Assert.Equal(
                there.OrderBy(t => t.FullName, StringComparer.Ordinal),
                scope
                    .ServiceProvider.GetServices(kind)
                    .Select(p => p!.GetType())
                    .OrderBy(t => t.FullName, StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Every_kind_of_job_has_its_words_and_a_link()
    {
        await using var site = await Site.On(Provider.Sqlite);
        await using var scope = site.Services.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IJobWork>().Select(w => w.Kind).ToList();
        Assert.NotEmpty(kinds);
        Assert.Empty(kinds.Except(WebModules.JobKinds.Select(k => k.Kind), StringComparer.Ordinal));
        Assert.Empty(
            WithoutText(kinds.SelectMany(k => new[] { $"job.kind.{k}", $"job.subject.{k}" }))
        );
    }

    [Fact]
    public void Every_kind_of_subject_has_a_page_or_says_that_it_has_none() =>
        Assert.Empty(WithoutPage(EventSources.Subjects(EventSources.All)));

    [Fact]
    public async Task Every_kind_of_event_has_its_words()
    {
        await using var site = await Site.On(Provider.Sqlite);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        var kinds = EventSources.Kinds(EventSources.Types);
        Assert.NotEmpty(kinds);
        Assert.Empty(WithoutText(kinds.Select(k => $"event.{k}")));
        // What really happened while the demo was filled, by another way.
        var happened = await db
            .AuditEvents.Select(e => new { e.Kind, e.SubjectKind })
            .Distinct()
            .ToListAsync();
        Assert.NotEmpty(happened);
        Assert.Empty(WithoutText(happened.Select(e => $"event.{e.Kind}")));
        Assert.Empty(WithoutPage(happened.Select(e => e.SubjectKind)));
    }

    [Fact]
    public void Every_kind_of_notice_and_of_deadline_has_its_words()
    {
        Assert.NotEmpty(Kinds);
        Assert.Empty(
            WithoutText(Kinds.SelectMany(k => new[] { $"{k.Name}.title", $"{k.Name}.text" }))
        );
        Assert.Empty(
            WithoutText(
                ModuleCatalog.All.SelectMany(m => m.Deadlines).Select(d => $"deadline.{d.Name}")
            )
        );
    }

    /// <summary>And bodies whose papers are read: one of no body would be seen by nobody.</summary>
    [Fact]
    public void Every_kind_of_paper_has_its_words()
    {
        Assert.NotEmpty(ModuleCatalog.Papers);
        Assert.Empty(WithoutText(ModuleCatalog.Papers.Select(k => $"paper.kind.{k.Name}")));
        Assert.DoesNotContain(ModuleCatalog.Papers, k => k.Read.OpensFilesOf.Count == 0);
    }

    [Fact]
    public async Task Every_notice_leads_to_a_page_that_there_is()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var routes = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText?.Trim('/'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(
            WebModules.NoticeLinks.Values.Select(l => l.Route).OfType<string>(),
            route => Assert.Contains(route, routes)
        );
        // A text with a place for a link has one, and a link has a place or a paragraph.
        Assert.Empty(
            Kinds
                .Where(k =>
                    Book.Text($"{k.Name}.text", Language.English).Names.Contains("link")
                    && !WebModules.NoticeLinks.ContainsKey(k.Name)
                )
                .Select(k => k.Name)
        );
    }

    [Fact]
    public void Every_value_with_words_has_some() =>
        Assert.DoesNotContain(
            WebModules.Values.Values,
            v => !Book.Keys.Any(k => k.StartsWith(v.KeyStart, StringComparison.Ordinal))
        );

    [Fact]
    public void What_is_missing_is_named()
    {
        const string Source = """
            await change.Commit(new BridgeBurnt(new Subject(nameof(Bridge), id, Body.Shared)), cancellation);
            """;
        Assert.Equal(
            ["event.BridgeBurnt"],
            WithoutText(EventSources.Kinds([typeof(BridgeBurnt)]).Select(k => $"event.{k}"))
        );
        Assert.Equal(["Bridge"], WithoutPage(EventSources.Subjects([Source])));
        Assert.Equal(["nav.nowhere"], WithoutText(["nav.audit", "nav.nowhere"]));
    }

    private static IEnumerable<NoticeKind> Kinds => ModuleCatalog.All.SelectMany(m => m.Notices);

    private static IEnumerable<string> WithoutText(IEnumerable<string> keys) =>
        keys.Where(k => !Book.Has(k)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> WithoutPage(IEnumerable<string> subjects) =>
        subjects.Where(s => !WebModules.Subjects.ContainsKey(s)).Distinct(StringComparer.Ordinal);

    private sealed record BridgeBurnt(Subject Subject) : DomainEvent(Subject);
}

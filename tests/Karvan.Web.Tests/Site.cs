using System.Net;
using System.Text.RegularExpressions;
using Karvan.Consortia;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Karvan.Web.Platform.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Web.Tests;

/// <summary>The application as it runs, on a database of its own with a few demo firms; asked over HTTP.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    /// <summary>Enough that some wait for their expert in every larger province.</summary>
    private const int Firms = 600;

    /// <summary>Filled by the application itself, once per process and provider.</summary>
    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var filling = new Host(connection, demo: true);
            (await filling.CreateClient().GetAsync("/health/ready")).EnsureSuccessStatusCode();
        }
    );

    private readonly TestDatabase database;
    private readonly Host host;

    private Site(
        TestDatabase database,
        Action<IServiceCollection>? services,
        (string, string)[] settings
    )
    {
        this.database = database;
        host = new Host(database.ConnectionString, demo: true, settings) { Added = services };
    }

    public IServiceProvider Services => host.Services;

    /// <param name="settings">Names with a colon and values, besides those of every test.</param>
    public static async Task<Site> On(
        Provider provider,
        params (string Name, string Value)[] settings
    ) => new(await Template.CopyAsync(provider), null, settings);

    /// <param name="services">Added to those of the application.</param>
    public static async Task<Site> On(Provider provider, Action<IServiceCollection> services) =>
        new(await Template.CopyAsync(provider), services, []);

    /// <summary>Listens on a port of its own, for a browser.</summary>
    /// <returns>The address, without a slash behind it.</returns>
    public string Listen()
    {
        host.UseKestrel(0);
        host.StartServer();
        return host.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>Somebody at a browser: keeps cookies, follows nothing by itself.</summary>
    public HttpClient Visitor() =>
        host.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                HandleCookies = true,
            }
        );

    /// <summary>The same database behind another process, as it were: nothing is shared but what stands in it.</summary>
    public async Task<HttpResponseMessage> AtAnotherNode(string path, string cookie)
    {
        await using var node = new Host(database.ConnectionString, demo: true);
        using var visitor = node.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                HandleCookies = false,
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        return await visitor.SendAsync(request);
    }

    /// <param name="account">The key of a demo account.</param>
    public async Task<HttpClient> SignedIn(string account)
    {
        var visitor = Visitor();
        var answer = await Post(visitor, "/stand-in", ("account", account));
        return answer.StatusCode is HttpStatusCode.Redirect
            ? visitor
            : throw new InvalidOperationException(
                $"{account} was not let in: {answer.StatusCode}."
            );
    }

    /// <summary>Fetches a page with its form and sends the form with these fields.</summary>
    public static Task<HttpResponseMessage> Post(
        HttpClient visitor,
        string path,
        params (string Name, string Value)[] fields
    ) => PostWithTokenOf(visitor, path, path, fields);

    /// <summary>Sends a form that stands on no page of this visitor, as somebody could who tries.</summary>
    public static async Task<HttpResponseMessage> PostWithTokenOf(
        HttpClient visitor,
        string form,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        var page = await (await visitor.GetAsync(form)).Content.ReadAsStringAsync();
        var token = Token().Match(page).Groups["token"].Value;
        return await visitor.PostAsync(
            path,
            new FormUrlEncodedContent([
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                KeyValuePair.Create("__RequestVerificationToken", token),
            ])
        );
    }

    /// <summary>Looks into the database past all scopes.</summary>
    public async Task<T> Ask<T>(Func<KarvanContext, Task<T>> question)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        db.SeeAs(Actor.System);
        return await question(db);
    }

    public Task<Guid> FirmOf(string province, VerificationState state) =>
        Ask(db =>
            db.Enterprises.Where(e => e.Province == province && e.State == state)
                .OrderBy(e => e.SortKey)
                .Select(e => e.Id)
                .FirstAsync()
        );

    public Task<Guid> PromoterOf(string province, PromoterState state) =>
        Ask(db =>
            db.Promoters.Where(p => p.Province == province && p.State == state)
                .OrderBy(p => p.SortKey)
                .Select(p => p.Id)
                .FirstAsync()
        );

    /// <summary>A consortium of a province with one of its members: no firm of the demo's firm account is in it.</summary>
    public Task<(Guid Id, Guid Member)> ConsortiumOf(string province) =>
        Ask(async db =>
        {
            var firms = await db
                .Grants.Where(g => g.EnterpriseId != null)
                .Select(g => g.EnterpriseId!.Value)
                .ToListAsync();
            var found = await db
                .Consortia.Include(c => c.Members)
                .Where(c =>
                    c.Province == province && !c.Members.Any(m => firms.Contains(m.EnterpriseId))
                )
                .OrderBy(c => c.SortKey)
                .FirstAsync();
            return (found.Id, found.Members[0].Id);
        });

    /// <summary>One of the demo's campaigns: the one that was called, or the draft.</summary>
    public Task<Guid> CampaignThatIs(bool called) =>
        Ask(db =>
            db.Campaigns.Where(c =>
                    c.State == (called ? CampaignState.Filing : CampaignState.Draft)
                )
                .Select(c => c.Id)
                .SingleAsync()
        );

    public Task<Guid> PublishedRulebook() =>
        Ask(db => db.PublishedRulebooks.Select(b => b.Id).SingleAsync());

    public Task<Guid> RulebookDraftThatIs(RulebookDraftState state) =>
        Ask(db => db.RulebookDrafts.Where(d => d.State == state).Select(d => d.Id).SingleAsync());

    /// <summary>Gives a firm of a province the name of another one there: a pair of likely twins.</summary>
    public async Task<Guid> DuplicatesOf(string province)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        var firms = await db
            .Enterprises.AsNoTracking()
            .Where(e => e.Province == province && e.State == VerificationState.Verified)
            .OrderByDescending(e => e.SortKey)
            .Take(2)
            .ToListAsync();
        await scope
            .ServiceProvider.GetRequiredService<EditEnterprise>()
            .Run(
                firms[0].Id,
                firms[0].Version,
                new EnterpriseProfile(firms[1].NameFa, province, Employees: 20)
            );
        return await db.Set<LikelyDuplicate>()
            .Where(t => t.FirstId == firms[0].Id || t.SecondId == firms[0].Id)
            .OrderByDescending(t => t.Signs)
            .Select(t => t.Id)
            .FirstAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)" """)]
    private static partial Regex Token();

    private sealed class Host(
        string connection,
        bool demo,
        params (string Name, string Value)[] settings
    ) : WebApplicationFactory<DemoAccount>
    {
        public Action<IServiceCollection>? Added { get; init; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Karvan:Database", connection);
            builder.UseSetting("Karvan:Demo", demo ? "true" : "false");
            builder.UseSetting("Karvan:DemoFirms", $"{Firms}");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
            if (Added is { } services)
            {
                builder.ConfigureServices(services);
            }
        }
    }
}

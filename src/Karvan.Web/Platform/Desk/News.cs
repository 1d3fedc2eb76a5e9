using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Desk;

/// <summary>What happened while somebody was away.</summary>
/// <param name="Since">Their last visit before this one; null where it is long ago, or there was none.</param>
/// <param name="Groups">The newest first.</param>
public sealed record News(DateTimeOffset? Since, IReadOnlyList<NewsGroup> Groups);

/// <summary>One thing that happened to some records.</summary>
/// <param name="At">The last time.</param>
/// <param name="Records">The last of them, each once.</param>
/// <param name="More">How many records it happened to besides.</param>
public sealed record NewsGroup(
    Said What,
    DateTimeOffset At,
    IReadOnlyList<NewsRecord> Records,
    int More
);

/// <param name="Href">Null for a record without a page.</param>
public sealed record NewsRecord(Said Name, string? Href);

/// <summary>
/// Events since somebody's last visit that concern their provinces, their firm or themselves: of kinds that modules tell of,
/// by others than themselves, about records that they may see.
/// </summary>
internal sealed class NewsSearch(
    KarvanContext db,
    CurrentActor current,
    Sessions sessions,
    IEnumerable<INameRecords> names,
    IEnumerable<IOwnRecords> owned,
    TimeProvider clock,
    PageTexts words
)
{
    private const int MostGroups = 6;
    private const int RecordsOfGroup = 3;

    /// <summary>Of a longer absence what happened last; nobody reads more.</summary>
    private const int MostEvents = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public async Task<News> Find(Actor actor, CancellationToken cancellation)
    {
        var earliest = clock.GetUtcNow().UtcDateTime - Longest;
        var before =
            actor.PersonId is { } person && current.SessionId is { } session
                ? await sessions.SeenBefore(person, session, cancellation)
                : null;
        var since = before > earliest ? before.Value : earliest;
        var kinds = WebModules
            .News.Where(k => Decision.AllowsSome(actor, k.Act))
            .Select(k => k.Name)
            .ToList();
        var events = kinds.Count == 0 ? [] : await Events(actor, kinds, since, cancellation);
        return new News(
            before > earliest ? new DateTimeOffset(since, TimeSpan.Zero) : null,
            await Groups(actor, events, cancellation)
        );
    }

    private async Task<IReadOnlyList<Happened>> Events(
        Actor actor,
        List<string> kinds,
        DateTime since,
        CancellationToken cancellation
    )
    {
        var found = new List<Happened>();
        var news = db.AuditEvents.AsNoTracking().Where(e => e.At > since);
        if (Chains(actor) is { Count: > 0 } chains)
        {
            found.AddRange(await Take(news.Where(e => chains.Contains(e.Chain))));
        }
        if (actor.ActingFor is { } firm)
        {
            found.AddRange(await Take(news.Where(e => e.EnterpriseId == firm)));
        }
        foreach (var own in owned)
        {
            var ids = (await own.Find(actor, cancellation)).Select(id => (Guid?)id).ToList();
            if (ids.Count > 0)
            {
                var kind = own.Kind;
                found.AddRange(
                    await Take(news.Where(e => e.SubjectKind == kind && ids.Contains(e.SubjectId)))
                );
            }
        }
        return [.. found.DistinctBy(e => e.Id).OrderByDescending(e => e.Id)];

        Task<List<Happened>> Take(IQueryable<AuditEvent> concerning) =>
            concerning
                .OrderByDescending(e => e.At)
                .Take(MostEvents)
                .Where(e =>
                    kinds.Contains(e.Kind)
                    && (e.AuthorId == null || e.AuthorId != actor.PersonId)
                    && e.SubjectId != null
                )
                .Select(e => new Happened(
                    e.Id,
                    e.Kind,
                    e.SubjectKind,
                    e.SubjectId!.Value,
                    e.EnterpriseId,
                    e.At
                ))
                .ToListAsync(cancellation);
    }

    /// <summary>The chains of the provinces in which somebody works, and of the country where they work in all of it.</summary>
    private static List<string> Chains(Actor actor)
    {
        var staff = actor.Grants.Where(g => g.EnterpriseId is null).ToList();
        return
        [
            .. AuditChain
                .All.Where(c =>
                    staff.Exists(g =>
                        (c.Body is Body.Shared || g.Body is Body.Shared || g.Body == c.Body)
                        && (
                            c.Province is { } province
                                ? g.Provinces.Contains(province)
                                : g.Provinces.All
                        )
                    )
                )
                .Select(c => AuditChain.KeyOf(c.Body, c.Province)),
        ];
    }

    private async Task<IReadOnlyList<NewsGroup>> Groups(
        Actor actor,
        IReadOnlyList<Happened> events,
        CancellationToken cancellation
    )
    {
        var groups = new List<NewsGroup>();
        var known = new Dictionary<string, IReadOnlyDictionary<Guid, Said>>(StringComparer.Ordinal);
        foreach (var kind in events.Select(e => e.SubjectKind).Distinct(StringComparer.Ordinal))
        {
            var ids = events.Where(e => e.SubjectKind == kind).Select(e => e.SubjectId);
            known[kind] = names.FirstOrDefault(n => n.Kind == kind) is { } named
                ? await named.Names(actor, [.. ids.Distinct()], cancellation)
                : new Dictionary<Guid, Said>();
        }
        foreach (var same in events.GroupBy(e => (e.Kind, e.SubjectKind)))
        {
            // A record without a name is not theirs to see.
            var seen = same.Where(e => known[e.SubjectKind].ContainsKey(e.SubjectId))
                .DistinctBy(e => e.SubjectId)
                .ToList();
            if (seen.Count > 0)
            {
                groups.Add(
                    new NewsGroup(
                        EventTexts.Kind(same.Key.Kind, words),
                        new DateTimeOffset(seen[0].At, TimeSpan.Zero),
                        [
                            .. seen.Take(RecordsOfGroup)
                                .Select(e => new NewsRecord(
                                    known[e.SubjectKind][e.SubjectId],
                                    SubjectLink.To(e.SubjectKind, e.SubjectId, e.EnterpriseId)
                                )),
                        ],
                        Math.Max(0, seen.Count - RecordsOfGroup)
                    )
                );
            }
        }
        return [.. groups.OrderByDescending(g => g.At).Take(MostGroups)];
    }

    private sealed record Happened(
        long Id,
        string Kind,
        string SubjectKind,
        Guid SubjectId,
        Guid? EnterpriseId,
        DateTime At
    );
}

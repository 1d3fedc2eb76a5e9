using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Searching;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Events;

/// <param name="Subject">What people call the record that it happened to: its kind, and its name where it has one.</param>
public sealed record NamedEvent(AuditEvent Event, Said Subject);

/// <summary>Records as the events of the record of changes name them: by kind and id; here they get the names that people know.</summary>
public sealed class EventSubjects(IEnumerable<INameRecords> names, PageTexts words)
{
    public FoundRows<NamedEvent> Named(FoundRows<AuditEvent> rows, Actor actor) =>
        new NamedRows(rows, (events, cancellation) => Named(events, actor, cancellation));

    public async Task<NamedEvent> Named(
        AuditEvent happened,
        Actor actor,
        CancellationToken cancellation
    ) => (await Named([happened], actor, cancellation))[0];

    /// <summary>Names of records that fields of an event refer to, as far as the reader may see them.</summary>
    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        IReadOnlyCollection<Guid> ids,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<Guid, Said>();
        if (ids.Count > 0)
        {
            foreach (var part in names)
            {
                foreach (var (id, name) in await part.Names(actor, ids, cancellation))
                {
                    found[id] = name;
                }
            }
        }
        return found;
    }

    /// <returns>Ids of the records whose name holds what somebody looks for.</returns>
    public async Task<IReadOnlyCollection<Guid>> Sought(
        string? looked,
        CancellationToken cancellation
    )
    {
        if (SoughtWords.Of(looked) is not { } sought)
        {
            return [];
        }
        var found = new List<Guid>();
        foreach (var part in names)
        {
            found.AddRange(await part.Sought(sought, cancellation));
        }
        return found;
    }

    private async Task<IReadOnlyList<NamedEvent>> Named(
        IReadOnlyList<AuditEvent> events,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var known = new Dictionary<(string, Guid), Said>();
        foreach (var kind in events.GroupBy(e => e.SubjectKind, StringComparer.Ordinal))
        {
            var ids = kind.Select(e => e.SubjectId).OfType<Guid>().Distinct().ToList();
            if (names.FirstOrDefault(n => n.Kind == kind.Key) is { } part && ids.Count > 0)
            {
                foreach (var (id, name) in await part.Names(actor, ids, cancellation))
                {
                    known[(kind.Key, id)] = name;
                }
            }
        }
        return
        [
            .. events.Select(e => new NamedEvent(
                e,
                e.SubjectId is { } id && known.TryGetValue((e.SubjectKind, id), out var name)
                    ? words[
                        "audit.subject-of",
                        ("kind", EventTexts.Subject(e, words)),
                        ("name", name)
                    ]
                    : EventTexts.Subject(e, words)
            )),
        ];
    }

    private sealed class NamedRows(
        FoundRows<AuditEvent> rows,
        Func<IReadOnlyList<AuditEvent>, CancellationToken, Task<IReadOnlyList<NamedEvent>>> named
    ) : FoundRows<NamedEvent>
    {
        public override async Task<(IReadOnlyList<NamedEvent> Rows, int Total)> Page(
            int skip = 0,
            int take = 25,
            CancellationToken cancellation = default
        )
        {
            var (page, total) = await rows.Page(skip, take, cancellation);
            return (await named(page, cancellation), total);
        }

        public override async IAsyncEnumerable<NamedEvent> All()
        {
            await foreach (var row in rows.All())
            {
                yield return (await named([row], CancellationToken.None))[0];
            }
        }
    }
}

using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Reference;

/// <summary>
/// Begins each list that ships with rows, once: a list in which anything ever happened is left alone. The list of missions
/// begins empty, since whether a country has one is the Organization's to say (clause S.a).
/// </summary>
public sealed class BeginLists(KarvanContext db, Changes changes)
{
    public async Task Run(CancellationToken cancellation = default)
    {
        await Begin(SeedTable.SizeThresholds(), cancellation);
        await Begin(SeedTable.ProductGroups(), cancellation);
        await Begin(SeedTable.CountryAliases(), cancellation);
    }

    private async Task Begin<TRow>(
        IEnumerable<IReferenceEntry<TRow>> entries,
        CancellationToken cancellation
    )
        where TRow : ReferenceRow, new()
    {
        var kind = typeof(TRow).Name;
        if (await Began(kind, cancellation))
        {
            return;
        }
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        // Two processes may start at once: the second one waits here, and then finds the list begun.
        await DatabaseLock.Take(db, kind, cancellation);
        if (await Began(kind, cancellation))
        {
            return;
        }
        var rows = new List<TRow>();
        foreach (var entry in entries)
        {
            if ((entry.Check() is [var first, ..] ? first : entry.Against(rows)) is { } wrong)
            {
                throw new InvalidOperationException(
                    $"The table for the list {kind} is wrong: {wrong} at {entry}."
                );
            }
            rows.Add(new TRow().Take(entry));
        }
        db.AddRange(rows);
        await change.Commit(
            new ReferenceListBegun(ReferenceRow.SubjectOf(typeof(TRow), null)),
            cancellation
        );
    }

    private Task<bool> Began(string kind, CancellationToken cancellation) =>
        db.AuditEvents.AnyAsync(e => e.SubjectKind == kind, cancellation);
}

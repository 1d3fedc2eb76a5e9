using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Audit;

/// <summary>
/// Holds what people may do against the events that gave it: a role that was written into the table past the record shows,
/// and one that was taken away there.
/// </summary>
internal sealed class GrantsHeld
{
    /// <summary>Stands in place of a chain where a grant is at fault.</summary>
    public const string Name = "Grants";

    private const string Mark = "\"record\":\"" + nameof(Grant) + "\"";

    private static readonly string[] Fields =
    [
        nameof(Grant.PersonId),
        nameof(Grant.Role),
        nameof(Grant.Body),
        nameof(Grant.Provinces),
        nameof(Grant.EnterpriseId),
        nameof(Grant.IsClaim),
    ];

    private readonly List<(long Event, FieldChange Change)> changes = [];

    /// <summary>Takes down what an event says of grants.</summary>
    public void Note(AuditEvent happened)
    {
        if (happened.Content.Contains(Mark, StringComparison.Ordinal))
        {
            changes.AddRange(
                EventContent
                    .Parse(happened.Content)
                    .Changes.Where(c => c.Record == nameof(Grant))
                    .Select(c => (happened.Id, c))
            );
        }
    }

    public async Task<IReadOnlyList<BrokenChain>> Faults(
        KarvanContext db,
        CancellationToken cancellation
    )
    {
        var given = Replayed();
        var faults = new List<BrokenChain>();
        await foreach (
            var grant in db
                .Grants.AsNoTracking()
                .OrderBy(g => g.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            var found = Text(Of(grant));
            if (!given.Remove($"{grant.Id}", out var said))
            {
                faults.Add(new(Name, 0, $"{grant.Id}: {found}", "an event that gave it"));
            }
            else if (Text(said) != found)
            {
                faults.Add(new(Name, 0, $"{grant.Id}: {found}", Text(said)));
            }
        }
        faults.AddRange(
            given
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new BrokenChain(
                    Name,
                    0,
                    $"{g.Key}: none",
                    $"{Text(g.Value)}, or an event that took it"
                ))
        );
        return faults;
    }

    /// <summary>What is left of all that was given and taken, by the grant's id.</summary>
    private Dictionary<string, Dictionary<string, string?>> Replayed()
    {
        var given = new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
        // Of one grant the events stand in one order, whatever chains they stand in.
        foreach (var (_, change) in changes.OrderBy(c => c.Event))
        {
            if (!given.TryGetValue(change.Id, out var fields))
            {
                given.Add(change.Id, fields = new(StringComparer.Ordinal));
            }
            fields[change.Field] = change.After;
        }
        return given
            .Where(g => g.Value.GetValueOrDefault(nameof(Grant.PersonId)) is not null)
            .ToDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string?> Of(Grant grant) =>
        new(StringComparer.Ordinal)
        {
            [nameof(Grant.PersonId)] = FieldChanges.Text(grant.PersonId),
            [nameof(Grant.Role)] = FieldChanges.Text(grant.Role),
            [nameof(Grant.Body)] = FieldChanges.Text(grant.Body),
            [nameof(Grant.Provinces)] = FieldChanges.Text(grant.Provinces),
            [nameof(Grant.EnterpriseId)] = FieldChanges.Text(grant.EnterpriseId),
            [nameof(Grant.IsClaim)] = FieldChanges.Text(grant.IsClaim),
        };

    /// <summary>What is not said of a claim is none: it was not told before there were any.</summary>
    private static string Text(Dictionary<string, string?> fields) =>
        string.Join(
            ", ",
            Fields
                .Select(f =>
                    (
                        Name: f,
                        Value: fields.GetValueOrDefault(f)
                            ?? (f is nameof(Grant.IsClaim) ? bool.FalseString : null)
                    )
                )
                .Where(f => !string.IsNullOrEmpty(f.Value))
                .Select(f => $"{f.Name} {f.Value}")
        );
}

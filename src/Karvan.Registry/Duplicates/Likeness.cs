using Karvan.Registry.Firms;

namespace Karvan.Registry.Duplicates;

/// <summary>What of a firm is compared: its id, its words, and its traces.</summary>
internal sealed record Likeness(Guid Id, IReadOnlySet<string> Words, IReadOnlySet<string> Keys)
{
    // Names are near when they share three of five words, counted over both.
    private const int NearShare = 3;
    private const int NearOf = 5;

    public static Likeness Of(Guid id, string nameFa, IEnumerable<string> keys) =>
        new(
            id,
            Traces.WordsOf(nameFa).ToHashSet(StringComparer.Ordinal),
            keys.ToHashSet(StringComparer.Ordinal)
        );

    public DuplicateSigns With(Likeness other)
    {
        var signs = DuplicateSigns.None;
        foreach (var key in Keys.Where(other.Keys.Contains))
        {
            signs |= key[..2] switch
            {
                Traces.Name => DuplicateSigns.SameName,
                Traces.Phone => DuplicateSigns.SamePhone,
                Traces.Email => DuplicateSigns.SameEmail,
                _ => IsNear(other) ? DuplicateSigns.NearName : DuplicateSigns.None,
            };
        }
        return signs;
    }

    private bool IsNear(Likeness other)
    {
        var shared = Words.Count(other.Words.Contains);
        return shared * NearOf >= (Words.Count + other.Words.Count - shared) * NearShare;
    }
}

using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Customs.Records;

/// <summary>
/// The imports and adjustments that stood at one moment, in their order, for good: what a result rests on. Its hash says
/// the same wherever the same files, mappings and decisions stand in the same order.
/// </summary>
public sealed class CustomsSnapshot : IOwned
{
    private readonly List<SnapshotItem> items = [];

    private CustomsSnapshot() { }

    public Guid Id { get; private set; }

    /// <summary>Whose firms it is about; null for the whole country.</summary>
    public string? Province { get; private set; }

    [Field(
        "customs.snapshots.purpose",
        Hint = "customs.snapshots.purpose-hint",
        Longest = Lengths.Name,
        Aside = true
    )]
    public string Purpose { get; private set; } = "";

    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public DateTime TakenAt { get; private set; }
    public string TakenBy { get; private set; } = "";

    /// <summary>An import or adjustment it holds was withdrawn since: whatever rests on it is to be looked at.</summary>
    public DateTime? FlaggedAt { get; private set; }

    public IReadOnlyList<SnapshotItem> Items => items;

    public Subject Subject => SubjectIn(Province, Id);

    public static Subject SubjectIn(string? province, Guid? id = null) =>
        new(nameof(CustomsSnapshot), id, Body.Shared, province);

    internal static CustomsSnapshot Take(
        string? province,
        string purpose,
        string hash,
        IEnumerable<Guid> imports,
        IEnumerable<Guid> adjustments,
        string by,
        DateTime at
    )
    {
        var taken = new CustomsSnapshot
        {
            Id = Guid.CreateVersion7(),
            Province = province,
            Purpose = purpose,
            Hash = hash,
            TakenBy = by,
            TakenAt = at,
        };
        foreach (var import in imports)
        {
            taken.items.Add(new SnapshotItem(taken.Id, taken.items.Count, import, null));
        }
        foreach (var adjustment in adjustments)
        {
            taken.items.Add(new SnapshotItem(taken.Id, taken.items.Count, null, adjustment));
        }
        return taken;
    }

    internal void Flag(DateTime at) => FlaggedAt ??= at;
}

/// <summary>An import or an adjustment at its place in a snapshot.</summary>
public sealed class SnapshotItem
{
    private SnapshotItem() { }

    internal SnapshotItem(Guid snapshot, int place, Guid? import, Guid? adjustment) =>
        (SnapshotId, Place, ImportId, AdjustmentId) = (snapshot, place, import, adjustment);

    public Guid SnapshotId { get; private set; }
    public int Place { get; private set; }
    public Guid? ImportId { get; private set; }
    public Guid? AdjustmentId { get; private set; }
}

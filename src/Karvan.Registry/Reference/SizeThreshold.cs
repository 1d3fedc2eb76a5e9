using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

/// <summary>How large a firm is (clause G0).</summary>
public enum EnterpriseSize
{
    Micro,
    Small,
    Medium,
    Large,
}

/// <summary>The upper ends of the size classes, in employees, from a day on until the next row's day.</summary>
public sealed class SizeThreshold : ReferenceRow
{
    [Field("reference.from")]
    public DateOnly From { get; internal set; }

    [Field("size-threshold.micro", Length = FieldLength.Narrow)]
    public int MicroMost { get; internal set; }

    [Field("size-threshold.small", Length = FieldLength.Narrow)]
    public int SmallMost { get; internal set; }

    [Field("size-threshold.medium", Length = FieldLength.Narrow)]
    public int MediumMost { get; internal set; }

    /// <summary>The clause it follows from.</summary>
    [Field("size-threshold.clause", Longest = Lengths.Code, Length = FieldLength.Narrow)]
    public string? Clause { get; internal set; }

    /// <summary>The text does not give the numbers: it was read so.</summary>
    [Field("size-threshold.is-reading")]
    public bool IsReading { get; internal set; }

    public EnterpriseSize Of(int employees) =>
        employees <= MicroMost ? EnterpriseSize.Micro
        : employees <= SmallMost ? EnterpriseSize.Small
        : employees <= MediumMost ? EnterpriseSize.Medium
        : EnterpriseSize.Large;

    /// <summary>From how many employees to how many a class reaches, both included; null where it is open.</summary>
    public (int? From, int? To) Range(EnterpriseSize size) =>
        size switch
        {
            EnterpriseSize.Micro => (null, MicroMost),
            EnterpriseSize.Small => (MicroMost + 1, SmallMost),
            EnterpriseSize.Medium => (SmallMost + 1, MediumMost),
            _ => (MediumMost + 1, null),
        };
}

public sealed record SizeThresholdEntry(
    DateOnly From,
    int MicroMost,
    int SmallMost,
    int MediumMost,
    string? Clause,
    bool IsReading,
    string? Source = null,
    bool IsExample = false
) : IReferenceEntry<SizeThreshold>
{
    public ReferenceRefusal[] Check() =>
        Refusals.Of(
            (
                MicroMost < 1 || SmallMost <= MicroMost || MediumMost <= SmallMost,
                ReferenceRefusal.LimitsWrong
            )
        );

    public ReferenceRefusal? Against(IReadOnlyList<SizeThreshold> others) =>
        others.Any(o => o.From == From) ? ReferenceRefusal.DayTaken : null;

    public void Fill(SizeThreshold row)
    {
        (row.From, row.MicroMost, row.SmallMost, row.MediumMost, row.IsReading) = (
            From,
            MicroMost,
            SmallMost,
            MediumMost,
            IsReading
        );
        row.Clause = string.IsNullOrWhiteSpace(Clause) ? null : Clause.Trim();
    }
}

/// <summary>The size class of a firm by the thresholds of a day.</summary>
public sealed class SizeClass(IReadOnlyList<SizeThreshold> rows)
{
    /// <summary>The row that holds on a day: the last one that began by then.</summary>
    public SizeThreshold? On(DateOnly day) => rows.Where(r => r.From <= day).MaxBy(r => r.From);

    /// <returns>Null where the number of employees, or any threshold of the day, is unknown.</returns>
    public EnterpriseSize? Of(int? employees, DateOnly day) =>
        employees is { } count ? On(day)?.Of(count) : null;
}

using Karvan.Platform.Fields;

namespace Karvan.Registry.Reference;

/// <summary>An official day off.</summary>
public sealed class Holiday : ReferenceRow
{
    [Field("holiday.day")]
    public DateOnly Day { get; internal set; }

    [Field("reference.name-fa", Longest = Lengths.Name)]
    public string NameFa { get; internal set; } = "";

    [Field("reference.name-en", Longest = Lengths.Name)]
    public string? NameEn { get; internal set; }
}

public sealed record HolidayEntry(
    DateOnly Day,
    string NameFa,
    string? NameEn,
    string? Source = null,
    bool IsExample = false
) : IReferenceEntry<Holiday>
{
    public ReferenceRefusal? Check() =>
        string.IsNullOrWhiteSpace(NameFa) ? ReferenceRefusal.NameMissing : null;

    public ReferenceRefusal? Against(IReadOnlyList<Holiday> others) =>
        others.Any(o => o.Day == Day) ? ReferenceRefusal.DayTaken : null;

    public void Fill(Holiday row)
    {
        (row.Day, row.NameFa) = (Day, NameFa.Trim());
        row.NameEn = string.IsNullOrWhiteSpace(NameEn) ? null : NameEn.Trim();
    }
}

using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;

namespace Karvan.Registry.Reference;

/// <summary>The four kinds that clause S.a names.</summary>
public enum MissionKind
{
    Embassy,
    Consulate,
    AccreditedAmbassador,
    InterestsSection,
}

/// <summary>A mission of Iran in a country, from a day on (clause S.a).</summary>
public sealed class Mission : DatedRow
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Field("reference.country", Kind = FieldKind.Country, Length = FieldLength.Middle)]
    public string Country { get; internal set; } = "";

    [Field("mission.kind", Values = "mission.kind.")]
    public MissionKind Kind { get; internal set; }

    [Field("mission.city", Longest = Lengths.Name, Length = FieldLength.Middle)]
    public string? City { get; internal set; }
}

public sealed record MissionEntry(
    string Country,
    MissionKind Kind,
    string? City,
    DateOnly From,
    DateOnly? To,
    string? Source = null,
    bool IsExample = false
) : IReferenceEntry<Mission>
{
    public ReferenceRefusal[] Check() =>
        Refusals.Of(
            (!ReferenceTable.Countries.Contains(Country), ReferenceRefusal.CountryUnknown),
            (To < From, ReferenceRefusal.PeriodReversed)
        );

    public ReferenceRefusal? Against(IReadOnlyList<Mission> others) =>
        others.Any(o =>
            o.Country == Country
            && o.Kind == Kind
            && Key(o.City) == Key(City)
            && Period.Meet(From, To, o.From, o.To)
        )
            ? ReferenceRefusal.Overlaps
            : null;

    public void Fill(Mission row)
    {
        (row.Country, row.Kind, row.From, row.To) = (Country, Kind, From, To);
        row.City = string.IsNullOrWhiteSpace(City) ? null : City.Trim();
    }

    /// <summary>One spelling of a city, so that two keyboards do not make two missions of one.</summary>
    private static string Key(string? city) => string.Concat(PersianText.Words(city));
}

/// <summary>Which countries had a mission on a day. A country that nobody has entered has none.</summary>
public sealed class Missions(IReadOnlyList<Mission> rows)
{
    public bool HasMission(string country, DateOnly day) =>
        rows.Any(m => m.Country == country && m.HoldsOn(day));

    public IEnumerable<Mission> In(string country, DateOnly day) =>
        rows.Where(m => m.Country == country && m.HoldsOn(day));
}

using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One of the lists, as addresses and texts know it.</summary>
/// <param name="Key">In addresses, and in the keys of its texts.</param>
public sealed record ReferenceList(string Key, string Href)
{
    /// <summary>The type of its rows; null for a list that nobody edits.</summary>
    public Type? Row { get; init; }

    /// <summary>Where one of its rows is changed; without an id, where one is added.</summary>
    public Func<Guid?, string>? RowHref { get; init; }

    /// <summary>What it takes to change its rows.</summary>
    public Act Edit { get; init; } = RegistryActs.EditReference;

    public string TitleKey => $"reference.{Key}.title";

    public string LeadKey => $"reference.{Key}.lead";
}

/// <summary>All lists, in the order of their index.</summary>
public static class ReferenceLists
{
    public static readonly ReferenceList Missions = new("missions", Links.Reference.Missions)
    {
        Row = typeof(Mission),
        RowHref = Links.Reference.MissionRow,
        Edit = RegistryActs.EditMissions,
    };
    public static readonly ReferenceList Holidays = new("holidays", Links.Reference.Holidays)
    {
        Row = typeof(Holiday),
        RowHref = Links.Reference.HolidayRow,
    };
    public static readonly ReferenceList ProductGroups = new(
        "product-groups",
        Links.Reference.ProductGroups
    )
    {
        Row = typeof(ProductGroup),
        RowHref = Links.Reference.ProductGroupRow,
    };
    public static readonly ReferenceList Sizes = new("sizes", Links.Reference.Sizes)
    {
        Row = typeof(SizeThreshold),
        RowHref = Links.Reference.SizeRow,
    };
    public static readonly ReferenceList Aliases = new("aliases", Links.Reference.Aliases)
    {
        Row = typeof(CountryAlias),
        RowHref = Links.Reference.AliasRow,
    };
    public static readonly ReferenceList Countries = new("countries", Links.Reference.Countries);
    public static readonly ReferenceList Provinces = new("provinces", Links.Reference.Provinces);

    public static IReadOnlyList<ReferenceList> All { get; } =
    [Missions, Holidays, ProductGroups, Sizes, Aliases, Countries, Provinces];

    public static ReferenceList? Of(string key) => All.FirstOrDefault(l => l.Key == key);
}

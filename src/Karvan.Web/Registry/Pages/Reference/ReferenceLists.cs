using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One of the lists, as addresses and texts know it.</summary>
/// <param name="Key">In addresses, and in the keys of its texts.</param>
/// <param name="Row">The type of its rows; null for a list that nobody edits.</param>
public sealed record ReferenceList(string Key, Type? Row = null)
{
    /// <summary>What it takes to change its rows.</summary>
    public Act Edit { get; init; } = RegistryActs.EditReference;

    public string Href => $"/reference/{Key}";

    public string TitleKey => $"reference.{Key}.title";

    public string LeadKey => $"reference.{Key}.lead";
}

/// <summary>All lists, in the order of their index.</summary>
public static class ReferenceLists
{
    public static readonly ReferenceList Missions = new("missions", typeof(Mission))
    {
        Edit = RegistryActs.EditMissions,
    };
    public static readonly ReferenceList Holidays = new("holidays", typeof(Holiday));
    public static readonly ReferenceList ProductGroups = new(
        "product-groups",
        typeof(ProductGroup)
    );
    public static readonly ReferenceList Sizes = new("sizes", typeof(SizeThreshold));
    public static readonly ReferenceList Aliases = new("aliases", typeof(CountryAlias));
    public static readonly ReferenceList Countries = new("countries");
    public static readonly ReferenceList Provinces = new("provinces");

    public static IReadOnlyList<ReferenceList> All { get; } =
    [Missions, Holidays, ProductGroups, Sizes, Aliases, Countries, Provinces];

    public static ReferenceList? Of(string key) => All.FirstOrDefault(l => l.Key == key);
}

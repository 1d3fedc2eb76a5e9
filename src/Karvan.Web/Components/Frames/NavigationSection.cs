namespace Karvan.Web.Components.Frames;

/// <summary>The groups of the navigation, in the order in which they stand. Modules put their places into them.</summary>
public enum NavigationGroup
{
    /// <summary>What waits for the person.</summary>
    Work,
    Firms,
    Consortia,
    Trade,
    Evaluation,
    Supports,
    Rules,
    Administration,
}

/// <summary>A group of the navigation with the places in it that somebody may go to: one at least.</summary>
public sealed record NavigationSection(
    NavigationGroup Group,
    IReadOnlyList<NavigationEntry> Entries
)
{
    /// <summary>The key of its text.</summary>
    public string TextKey => $"nav.group.{Group}";

    /// <summary>Whether the page stands in it.</summary>
    public bool IsCurrent => Entries.Any(e => e.Current);
}

/// <param name="TextKey">The key of its text.</param>
public sealed record NavigationEntry(string TextKey, string Href, bool Current = false);

/// <summary>The navigation where it is drawn: a row at a desk, a list inside the menu of a phone.</summary>
/// <param name="Name">Of its groups, of which one is open at a time.</param>
/// <param name="Unfolded">Whether the group in which the page stands is open from the beginning.</param>
public sealed record NavigationMenu(
    string Name,
    IReadOnlyList<NavigationSection> Sections,
    bool Unfolded = false
);

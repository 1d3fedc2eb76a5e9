using Karvan.Platform.Authorization;
using Karvan.Web.Components.Frames;
using Karvan.Web.Settings;

namespace Karvan.Web.Modules;

/// <summary>An entry of the navigation, shown to those who may do the act somewhere.</summary>
/// <param name="Weight">Entries of all modules stand in their group by it: smaller ones first.</param>
/// <param name="TextKey">The key of its text.</param>
/// <param name="Href">Its address, the same for everybody; null where it is a page of the firm that somebody acts for.</param>
internal sealed record NavigationPlace(
    NavigationGroup Group,
    int Weight,
    Act Act,
    string TextKey,
    string? Href
)
{
    /// <summary>The page of a firm: the place is shown to those who act for one.</summary>
    public NavigationPlace(
        NavigationGroup group,
        int weight,
        Act act,
        string textKey,
        Func<Guid, string> ofFirm
    )
        : this(group, weight, act, textKey, (string?)null) => OfFirm = ofFirm;

    private Func<Guid, string>? OfFirm { get; }

    /// <summary>Who of those is shown it; everybody where it is not set.</summary>
    public Func<Actor, KarvanSettings, bool>? ShownTo { get; init; }

    /// <returns>Null for somebody who acts for no firm, where it takes one.</returns>
    public string? HrefFor(Actor who) =>
        Href ?? (who.ActingFor is { } firm ? OfFirm?.Invoke(firm) : null);
}

using Karvan.Platform.Authorization;
using Karvan.Web.Settings;

namespace Karvan.Web.Modules;

/// <summary>An entry of the navigation, shown to those who may do the act somewhere.</summary>
/// <param name="Weight">Entries of all modules stand in one row: smaller ones first.</param>
/// <param name="TextKey">The key of its text.</param>
/// <param name="Href">Its address; <see cref="OwnFirm"/> in it stands for the firm that somebody acts for.</param>
internal sealed record NavigationPlace(int Weight, Act Act, string TextKey, string Href)
{
    /// <summary>A place with it is shown to those who act for a firm.</summary>
    public const string OwnFirm = "{firm}";

    /// <summary>Who of those is shown it; everybody where it is not set.</summary>
    public Func<Actor, KarvanSettings, bool>? ShownTo { get; init; }

    /// <summary>Whether it leads to the same address for everybody.</summary>
    public bool IsCommon => !Href.Contains(OwnFirm, StringComparison.Ordinal);

    /// <returns>Null for somebody who acts for no firm, where it takes one.</returns>
    public string? HrefFor(Actor who) =>
        IsCommon ? Href
        : who.ActingFor is { } firm
            ? Href.Replace(OwnFirm, firm.ToString(), StringComparison.Ordinal)
        : null;
}

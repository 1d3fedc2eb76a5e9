using Karvan.Platform.Authorization;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <summary>A number that matters to whoever looks, as their start page shows it.</summary>
/// <param name="Title">What it counts.</param>
/// <param name="Href">The page on which it can be looked into.</param>
/// <param name="Course">How it came about, drawn small.</param>
public sealed record DeskFigure(Said Title, Said Value, string Href, SmallChart? Course = null);

/// <summary>Numbers of one part of a module for the start page. Every implementation is found and asked; each costs a question or two.</summary>
public interface IDeskFigures
{
    /// <summary>Nothing for whom they do not matter; asked of signed-in people only.</summary>
    Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation);
}

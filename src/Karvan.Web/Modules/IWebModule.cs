using Karvan.Web.Settings;

namespace Karvan.Web.Modules;

/// <summary>
/// What one module adds to the web application, described in the module's own folder. <see cref="WebModules"/> finds every
/// implementation: nothing lists them by hand.
/// </summary>
internal interface IWebModule
{
    /// <summary>The place of the module among the others: it may use those with a smaller number. No two have the same.</summary>
    int Order { get; }

    /// <summary>Its settings, and what belongs to the web application itself: pending work, letters, background workers, parts of the demo.</summary>
    void AddPages(IServiceCollection services, KarvanSettings settings) { }

    /// <summary>Endpoints that are no pages.</summary>
    void Map(IEndpointRouteBuilder endpoints) { }

    IEnumerable<NavigationPlace> Navigation => [];

    /// <summary>Every kind of record that the module's events are about, with its page or without one.</summary>
    IEnumerable<SubjectPage> Subjects => [];

    IEnumerable<ShownJobKind> JobKinds => [];

    /// <summary>The pages that its notices lead to; a notice that leads nowhere is not among them.</summary>
    IEnumerable<NoticeLink> NoticeLinks => [];

    /// <summary>Kinds of event that the start page tells of.</summary>
    IEnumerable<NewsKind> News => [];

    /// <summary>Fields of records whose values are codes with words of their own.</summary>
    IEnumerable<ValueTexts> Values => [];

    /// <summary>Fields of records whose values the module reads out.</summary>
    IEnumerable<ReadValue> ReadValues => [];

    /// <summary>Paths of partial views that the front door shows, in the order of the modules.</summary>
    IEnumerable<string> FrontDoor => [];
}

using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Modules;

/// <summary>
/// A part of Karvan as it describes itself: one class a project, found beside the program (<see cref="ModuleCatalog"/>). What a
/// module shows on pages it says in its folder of the web application.
/// </summary>
public interface IModule : ITableMap
{
    string Name { get; }

    /// <summary>What can be done to its records, and by whom.</summary>
    IReadOnlyList<Act> Acts { get; }

    /// <summary>What it tells people of.</summary>
    IReadOnlyList<NoticeKind> Notices => [];

    /// <summary>Papers that its bodies send out under their letterheads.</summary>
    IReadOnlyList<PaperKind> Papers => [];

    /// <summary>Days by which something is to be done, or that end something.</summary>
    IReadOnlyList<DeadlineKind> Deadlines => [];

    /// <summary>Its use cases, searches, jobs and reactions.</summary>
    void AddServices(IServiceCollection services);
}

using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <summary>What people call records of one kind. Every implementation is found.</summary>
public interface INameRecords
{
    /// <summary>The name by which events know the record.</summary>
    string Kind { get; }

    /// <returns>Names of those that the asker may see, and of no others.</returns>
    Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    );

    /// <returns>Those whose name or number holds all words, some hundred at most; none for a kind that nobody looks for by name.</returns>
    Task<IReadOnlyCollection<Guid>> Sought(SoughtWords sought, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyCollection<Guid>>([]);
}

/// <summary>Records of a module that are somebody's own without being in their province or their firm's. Every implementation is found.</summary>
public interface IOwnRecords
{
    /// <summary>The name by which events know the records.</summary>
    string Kind { get; }

    Task<IReadOnlyList<Guid>> Find(Actor actor, CancellationToken cancellation);
}

using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Duplicates;

/// <summary>A firm that came or changed is held against the others anew.</summary>
public sealed class DuplicatesFollow(KarvanContext db)
    : IReact<EnterpriseRegistered>,
        IReact<EnterpriseEdited>
{
    public Task React(EnterpriseRegistered happened, CancellationToken cancellation) =>
        new DuplicateNotes(db).Refresh(happened.Firm, cancellation);

    public Task React(EnterpriseEdited happened, CancellationToken cancellation) =>
        new DuplicateNotes(db).Refresh(happened.Firm, cancellation);
}

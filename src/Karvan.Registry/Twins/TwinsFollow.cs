using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Twins;

/// <summary>A firm that came or changed is held against the others anew.</summary>
public sealed class TwinsFollow(KarvanContext db)
    : IReact<EnterpriseRegistered>,
        IReact<EnterpriseEdited>
{
    public Task React(EnterpriseRegistered happened, CancellationToken cancellation) =>
        new TwinNotes(db).Refresh(happened.Firm, cancellation);

    public Task React(EnterpriseEdited happened, CancellationToken cancellation) =>
        new TwinNotes(db).Refresh(happened.Firm, cancellation);
}

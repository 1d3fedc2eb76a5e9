namespace Karvan.Evaluation.Campaigns;

/// <summary>What a campaign knows of what was computed of it, whoever asks: those who run it must know.</summary>
public interface IComputedResults
{
    /// <summary>
    /// Whether the newest result has every submitted dossier in it, no item without a decision, and nothing was decided or
    /// filed since.
    /// </summary>
    Task<bool> IsWhole(Guid campaign, CancellationToken cancellation = default);
}

/// <summary>What a campaign knows of its committee.</summary>
public interface IApprovedResults
{
    /// <summary>Whether a meeting with its quorum approved the newest result, every tie at the last place decided.</summary>
    Task<bool> IsApproved(Guid campaign, CancellationToken cancellation = default);
}

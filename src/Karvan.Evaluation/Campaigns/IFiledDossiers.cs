namespace Karvan.Evaluation.Campaigns;

/// <summary>What a campaign knows of the dossiers in it, whoever asks: those who run it must know.</summary>
public interface IFiledDossiers
{
    /// <summary>Whether a firm has begun one.</summary>
    Task<bool> Any(Guid campaign, CancellationToken cancellation = default);

    /// <summary>The last day that any one firm was given beyond that of all; null where none was.</summary>
    Task<DateOnly?> LastDay(Guid campaign, CancellationToken cancellation = default);
}

namespace Karvan.Evaluation.Campaigns;

/// <summary>What a campaign knows of its reviews, whoever asks: those who run it must know.</summary>
public interface IBegunReviews
{
    /// <summary>Whether a reviewer has opened a dossier: what they decide on must not change any more.</summary>
    Task<bool> Any(Guid campaign, CancellationToken cancellation = default);

    /// <summary>Whether a reviewer has opened this dossier, and did not give it back.</summary>
    Task<bool> AnyOf(Guid dossier, CancellationToken cancellation = default);
}

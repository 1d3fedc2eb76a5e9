using Karvan.Platform.Conversations;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>
/// A firm answers what its expert asked about the registration, in words and with a file where there is one, and the
/// registration is with the expert again.
/// </summary>
public sealed class AnswerQuestion(
    KarvanContext db,
    Changes changes,
    Questions questions,
    StoreFile store
)
{
    /// <param name="version">Of the firm when the form was opened.</param>
    public async Task<Outcome<Enterprise, EnterpriseRefusal>> Run(
        Guid id,
        int version,
        string? answer,
        ReceivedFile? file,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return EnterpriseRefusal.NoAnswer;
        }
        await using var change = await changes.Begin(RegistryActs.AnswerQuestion, cancellation);
        var firm = await db.Enterprises.SingleOrDefaultAsync(e => e.Id == id, cancellation);
        if (firm is null)
        {
            return EnterpriseRefusal.NotFound;
        }
        if (firm.Version != version)
        {
            return EnterpriseRefusal.Stale;
        }
        if (firm.Answer() is { } refusal)
        {
            return refusal;
        }
        Guid? attachment = null;
        if (file is not null)
        {
            var stored = await store.Run(
                file,
                firm.Subject,
                RegistryActs.ReadEnterprise,
                cancellation
            );
            if (!stored.Done)
            {
                return EnterpriseRefusal.NoticeInfected;
            }
            attachment = stored.Value.Id;
        }
        await questions.Answer(firm.Subject, answer, attachment, cancellation);
        try
        {
            await change.Commit(new EnterpriseAnswered(firm.Subject), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EnterpriseRefusal.Stale;
        }
        return firm;
    }
}

using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Accounts;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>What a firm is told about its dossier: <c>campaign</c>, and the <c>number</c>, <c>until</c> or <c>remark</c>.</summary>
public static class DossierNotices
{
    public static readonly NoticeKind Submitted = new("dossier-letter.Submitted");
    public static readonly NoticeKind Withdrawn = new("dossier-letter.Withdrawn");
    public static readonly NoticeKind ByOffice = new("dossier-letter.ByOffice");
    public static readonly NoticeKind Late = new("dossier-letter.Late");
}

/// <summary>What happens to a dossier reaches everybody who acts for its firm.</summary>
public sealed class DossierLetters(KarvanContext db, PostNotice notice)
    : IReact<DossierSubmitted>,
        IReact<DossierWithdrawn>,
        IReact<DossierBegun>,
        IReact<LateFilingAllowed>
{
    public Task React(DossierSubmitted happened, CancellationToken cancellation) =>
        Tell(happened.Subject, DossierNotices.Submitted, ("number", happened.Number), cancellation);

    public Task React(DossierWithdrawn happened, CancellationToken cancellation) =>
        Tell(happened.Subject, DossierNotices.Withdrawn, ("remark", happened.Reason), cancellation);

    /// <summary>Who begins a dossier knows it; of one that the office begins the firm is told.</summary>
    public Task React(DossierBegun happened, CancellationToken cancellation) =>
        happened.Reason is { } reason
            ? Tell(happened.Subject, DossierNotices.ByOffice, ("remark", reason), cancellation)
            : Task.CompletedTask;

    public async Task React(LateFilingAllowed happened, CancellationToken cancellation)
    {
        var allowed =
            await db.LateFilings.FindAsync([happened.Subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{happened.Subject} is no late filing.");
        var campaign = await db.Campaigns.SingleAsync(
            c => c.Id == allowed.CampaignId,
            cancellation
        );
        foreach (var reader in await db.PeopleOf(allowed.EnterpriseId, claims: false, cancellation))
        {
            notice.To(
                reader,
                DossierNotices.Late,
                ("campaign", campaign.NameFa),
                ("until", happened.Until),
                ("remark", happened.Reason),
                ("id", campaign.Id)
            );
        }
    }

    private async Task Tell(
        Subject subject,
        NoticeKind kind,
        (string Name, object? Value) said,
        CancellationToken cancellation
    )
    {
        var dossier =
            await db.Dossiers.FindAsync([subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{subject} is no dossier.");
        var campaign = await db.Campaigns.SingleAsync(
            c => c.Id == dossier.CampaignId,
            cancellation
        );
        foreach (var reader in await db.PeopleOf(dossier.EnterpriseId, claims: false, cancellation))
        {
            notice.To(reader, kind, ("campaign", campaign.NameFa), said, ("id", dossier.Id));
        }
    }
}

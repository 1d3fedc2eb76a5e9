using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>What the pages of a dossier look things up with.</summary>
public sealed record DossierParts(
    DossierSearch Dossiers,
    CampaignSearch Campaigns,
    EnterpriseCard Firms,
    IRulebooks Rulebooks,
    DossierItems Items
);

/// <summary>A page about one dossier, with its campaign, its firm, and the rulebook it goes by.</summary>
public abstract class DossierPage(DossierParts parts) : RecordPage<Dossier>
{
    public Dossier Dossier => Record;

    public Campaign Campaign { get; private set; } = null!;

    public Enterprise Firm { get; private set; } = null!;

    public Rulebook Book { get; private set; } = null!;

    /// <summary>None for whom what is not filed yet is not to be seen.</summary>
    public IReadOnlyList<ItemWithFiles> Items { get; private set; } = [];

    protected DossierParts Parts => parts;

    /// <summary>Whether it may be changed by whoever asks.</summary>
    public bool MayChange =>
        Dossier.State is DossierState.Draft && May(EvaluationActs.FileDossier, Dossier.Subject);

    /// <summary>Whether what is in it is the asker's to see.</summary>
    public bool SeesItems => Dossier.IsFiled || May(EvaluationActs.FileDossier, Dossier.Subject);

    public string CampaignName(bool persian) =>
        persian ? Campaign.NameFa : Campaign.NameEn ?? Campaign.NameFa;

    public IEnumerable<EvidenceItem> ItemsOf(Criterion criterion) =>
        Items.Select(i => i.Item).Where(i => i.Criterion == criterion.Id);

    /// <summary>The groups of the rulebook that take evidence, each with the criteria that do.</summary>
    public IEnumerable<(CriterionGroup Group, IReadOnlyList<Criterion> Criteria)> Groups =>
        Book
            .Groups.Select(g =>
                (
                    g,
                    (IReadOnlyList<Criterion>)
                        [.. Book.Criteria.Where(c => c.Group == g.Id && c.Acceptance is not null)]
                )
            )
            .Where(g => g.Item2.Count > 0);

    /// <summary>Where a page leads that changes the dossier, once it is no draft any more: the link may be an old one.</summary>
    protected IActionResult? OnlyDrafts() =>
        HttpMethods.IsGet(Request.Method) && Dossier.State is not DossierState.Draft
            ? Redirect(Links.Dossiers.Details(Dossier.Id))
            : null;

    protected override Task<Dossier?> Find(Guid id) => parts.Dossiers.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Dossier record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Campaign =
            await parts.Campaigns.One(Dossier.CampaignId, Cancellation)
            ?? throw new InvalidOperationException($"The campaign of {Dossier.Id} is not seen.");
        Firm =
            await parts.Firms.Find(Dossier.EnterpriseId, Cancellation)
            ?? throw new InvalidOperationException($"The firm of {Dossier.Id} is not seen.");
        Book =
            parts.Rulebooks.Find(Campaign.Rulebook)
            ?? throw new InvalidOperationException($"{Campaign.Rulebook} went away.");
        Items = await parts.Items.Of(Dossier.Id, Cancellation);
        return null;
    }
}

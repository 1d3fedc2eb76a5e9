using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Audit;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>One campaign: by what it goes, its days and places; for its secretary what it still needs, and its trail.</summary>
[Asks(nameof(EvaluationActs.ReadCampaign))]
public sealed class CampaignDetailsModel(
    CampaignSearch search,
    CampaignReadiness readiness,
    IRulebooks rulebooks,
    AuditTrail trail,
    PageTexts words
) : CampaignPage(search)
{
    private const int AllProvinces = 50;

    public string Name => words.IsPersian ? Campaign.NameFa : Campaign.NameEn ?? Campaign.NameFa;

    /// <summary>Whether somebody acts for a firm: what it lacks for a dossier stands on the page behind.</summary>
    public bool MayFile =>
        Campaign.State is CampaignState.Filing
        && Actor.ActingFor is { } firm
        && May(EvaluationActs.FileDossier, Dossier.SubjectIn("", firm));

    /// <summary>The title in the book; its id where the catalog has it no more.</summary>
    public string RulebookTitle =>
        rulebooks.Find(Campaign.Rulebook)?.Title.In(words.Language) ?? Campaign.RulebookId;

    /// <summary>What only later moves ask for is told there.</summary>
    private static readonly IReadOnlyList<Need> BeforeCall =
    [
        Need.Rulebook,
        Need.Calendar,
        Need.Places,
        Need.Readings,
        Need.WorkingDays,
        Need.Data,
    ];

    /// <summary>Auditors do, too.</summary>
    public bool MayReadResults =>
        Campaign.State is CampaignState.Review or CampaignState.Committee or CampaignState.Released
        && May(EvaluationActs.ReadResult, Campaign.SubjectIn(Campaign.Province));

    /// <summary>Each with the key of its label, in the order in which they come.</summary>
    public IEnumerable<(string Label, DateOnly? Day)> Days =>
        Campaign.Calendar.Days.Select(d => (LabelOf(d.Name), d.Day));

    /// <summary>Null for who does not run it.</summary>
    public TaskList? Readiness { get; private set; }

    public TableView Places { get; private set; } = null!;

    /// <summary>Null for who does not run it.</summary>
    public ActivityTrail? Trail { get; private set; }

    /// <summary>Each time a deadline was moved after the call, with the reason: told to everybody, without who wrote it.</summary>
    public IReadOnlyList<Activity> Extensions { get; private set; } = [];

    internal static string LabelOf(string day) => FieldDescription.Of(typeof(Campaign), day).Label;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var list = new ListTable<CampaignPlaces>("campaign.places", "places", "province", Columns())
        {
            PageSize = AllProvinces,
            EmptyKey = "campaign.no-places",
        };
        var ask = list.Ask(Request);
        var found = ShortTable.Pick(Campaign.Places, list.Columns, ask, words);
        if (list.Download(ask, found) is { } file)
        {
            return file;
        }
        Places = list.View(ask, found);
        var events = await trail.Of(Campaign.Subject, Cancellation);
        Extensions = EventTexts
            .Trail(events.Where(e => e.Kind == nameof(CampaignExtended)), words)
            .Activities;
        if (MayRun)
        {
            Readiness = NeedTexts.List(
                Campaign,
                (await readiness.Of(Campaign, Cancellation)).Where(n =>
                    BeforeCall.Contains(n.Need)
                ),
                words
            );
            Trail = EventTexts.Trail(events, words);
        }
        return Page();
    }

    private List<Column<CampaignPlaces>> Columns() =>
        [
            new(
                "province",
                "enterprise.province",
                p => Cell.Text(PlaceNames.Province(p.Province, words))
            )
            {
                Sorts = true,
            },
            new("winners", "campaign.winners", p => Cell.Number(p.Winners))
            {
                Numeric = true,
                Sorts = true,
            },
            new("reserve", "campaign.reserve", p => Cell.Number(p.Reserve)) { Numeric = true },
        ];
}

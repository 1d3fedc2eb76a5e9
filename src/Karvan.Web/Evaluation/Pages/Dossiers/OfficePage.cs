using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>What the office does in a campaign for one firm, which it names by its number.</summary>
public abstract class OfficePage(DossierParts parts, EnterpriseSearch firms) : RecordPage<Campaign>
{
    public Campaign Campaign => Record;

    [BindProperty]
    [Field(
        "dossier.firm-number",
        Hint = "dossier.firm-number-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Middle
    )]
    public string? Number { get; set; }

    protected DossierParts Parts => parts;

    /// <returns>Null where no firm has the number; the errors then say so.</returns>
    protected async Task<Guid?> NamedFirm()
    {
        if (FirmNumber.TryParse(Number, out _, out var digits))
        {
            var (rows, _) = await firms
                .Rows(new EnterpriseQuery(digits))
                .Page(take: 1, cancellation: Cancellation);
            if (rows is [var row])
            {
                return row.Id;
            }
        }
        ModelState.AddModelError(nameof(Number), "dossier.no-firm");
        return null;
    }

    protected override Task<Campaign?> Find(Guid id) => parts.Campaigns.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Campaign record) => [record.Subject];

    protected IActionResult Refused(IEnumerable<DossierRefusal> reasons, string other) =>
        Refuse(
            reasons,
            r =>
                r is DossierRefusal.NoReason ? "Reason"
                : r is DossierRefusal.DayTooEarly ? "Until"
                : r is DossierRefusal.GroupMissing or DossierRefusal.GroupUnknown ? "Group"
                : other,
            DossierTexts.Refused
        );
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>The receipt of a submission: to be printed and kept, as a file with the proof, and held against the log now.</summary>
[Asks(nameof(EvaluationActs.ReadDossier))]
public sealed class DossierReceiptModel(DossierParts parts, IntakeLog log, PageTexts words)
    : DossierPage(parts)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public DossierReceipt Receipt { get; private set; } = null!;

    public ReceiptFinding Finding { get; private set; }

    /// <summary>As it was recorded; the system files nothing but the demo.</summary>
    public Said By =>
        Receipt.By is "system" ? words["activity.karvan"] : PageTexts.Name(Receipt.By);

    public async Task OnGetAsync() => Finding = await log.Check(Receipt, Cancellation);

    /// <summary>Number, hashes, salt and path: what anybody needs to follow the receipt to the root.</summary>
    public IActionResult OnGetProof() =>
        File(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    kind = "karvan intake 1",
                    campaign = Receipt.CampaignId,
                    number = Receipt.Number,
                    content_sha256 = Receipt.ContentHash,
                    salt = Convert.ToHexStringLower(Receipt.Salt),
                    leaf = Convert.ToHexStringLower(Receipt.Leaf),
                    path = Receipt.Steps.Select(Convert.ToHexStringLower),
                    root = Convert.ToHexStringLower(Receipt.Root),
                },
                Indented
            ),
            "application/json",
            string.Create(CultureInfo.InvariantCulture, $"receipt-{Receipt.Number}.json")
        );

    /// <summary>What was submitted, byte for byte as it was hashed.</summary>
    public IActionResult OnGetContent() =>
        File(
            Encoding.UTF8.GetBytes(Receipt.Content),
            "application/json",
            string.Create(CultureInfo.InvariantCulture, $"dossier-{Receipt.Number}.json")
        );

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        var named = $"{RouteData.Values["number"]}";
        var found = (await Parts.Dossiers.Receipts(Dossier.Id, Cancellation)).FirstOrDefault(r =>
            r.Number.ToString(CultureInfo.InvariantCulture) == named
        );
        if (found is null)
        {
            return NotFound();
        }
        Receipt = found;
        return null;
    }
}

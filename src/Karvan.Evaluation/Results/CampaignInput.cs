using System.Globalization;
using System.Text;
using Karvan.Customs.Trade;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>Whose dossier stands behind an exporter.</summary>
public sealed record FiledFirm(Guid Dossier, Guid Enterprise, string Province);

/// <summary>What a campaign comes to as input files of the command line, apart from the customs lines.</summary>
/// <param name="Dossiers">By the number of the exporter.</param>
/// <param name="Numbers">Every number under which an exporter stands on customs lines.</param>
/// <param name="Undecided">Items without a decision.</param>
public sealed record CampaignInput(
    string Exporters,
    string Evidence,
    string Compliance,
    IReadOnlyDictionary<string, FiledFirm> Dossiers,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Numbers,
    int Undecided
);

/// <summary>Writes the input of a campaign from its submitted dossiers, the decisions about them, and customs lines.</summary>
public sealed class CampaignFiles(KarvanContext db, ImportsInForce standing)
{
    private const string ExportersHeader = "exporter_id,name,province,product_group\n";
    private const string EvidenceHeader =
        "exporter_id,criterion,item,country,quantity,level,status\n";
    private const string ComplianceHeader =
        "exporter_id,smuggling,fx_obligation_met,fx_return_ratio\n";

    /// <summary>Whoever asks must have been allowed to compute: all dossiers of the campaign are in it.</summary>
    public async Task<CampaignInput> Of(
        Campaign campaign,
        Rulebook book,
        CancellationToken cancellation = default
    )
    {
        var dossiers = await db
            .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(d => d.CampaignId == campaign.Id && d.State == DossierState.Submitted)
            .ToListAsync(cancellation);
        var filed = new SortedDictionary<string, Dossier>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var dossier in dossiers)
        {
            var number = await FirmNumbers.Of(db, dossier.EnterpriseId, cancellation);
            filed[number] = dossier;
            numbers[number] = await NumbersOf(dossier.EnterpriseId, cancellation);
        }
        var (evidence, undecided) = await Evidence(filed, book, cancellation);
        return new CampaignInput(
            await Exporters(filed, cancellation),
            evidence,
            await Compliance(filed, book.Years.Last, cancellation),
            filed.ToDictionary(
                f => f.Key,
                f => new FiledFirm(f.Value.Id, f.Value.EnterpriseId, f.Value.Province),
                StringComparer.Ordinal
            ),
            numbers,
            undecided
        );
    }

    /// <summary>The input of a result as it was frozen, with its rows.</summary>
    public async Task<CampaignInput> Frozen(
        CampaignResult result,
        CancellationToken cancellation = default
    )
    {
        var numbers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var row in result.Rows)
        {
            numbers[row.Exporter] = await NumbersOf(row.EnterpriseId, cancellation);
        }
        return new CampaignInput(
            result.Exporters,
            result.Evidence,
            result.Compliance,
            result.Rows.ToDictionary(
                r => r.Exporter,
                r => new FiledFirm(r.DossierId, r.EnterpriseId, r.Province),
                StringComparer.Ordinal
            ),
            numbers,
            result.Undecided
        );
    }

    /// <summary>Writes <c>declarations.csv</c>: every line that counts, of every exporter, a province at a time.</summary>
    public Task Declarations(
        CampaignInput input,
        TextWriter into,
        CancellationToken cancellation = default
    ) => new DeclarationsFile(standing).Write(input, into, cancellation);

    private async Task<IReadOnlyList<string>> NumbersOf(
        Guid firm,
        CancellationToken cancellation
    ) =>
        await db.Set<OutsideId>()
            .Where(o => o.EnterpriseId == firm)
            .Select(o => o.Number)
            .Distinct()
            .ToListAsync(cancellation);

    private async Task<string> Exporters(
        SortedDictionary<string, Dossier> filed,
        CancellationToken cancellation
    )
    {
        var ids = filed.Values.Select(d => d.EnterpriseId).ToList();
        var names = await db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(e => ids.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, e => e.NameFa, cancellation);
        var text = new StringBuilder(ExportersHeader);
        foreach (var (number, dossier) in filed)
        {
            InputLines.Add(
                text,
                number,
                names[dossier.EnterpriseId],
                dossier.Province,
                dossier.ProductGroup
            );
        }
        return text.ToString();
    }

    private async Task<(string Text, int Undecided)> Evidence(
        SortedDictionary<string, Dossier> filed,
        Rulebook book,
        CancellationToken cancellation
    )
    {
        var ids = filed.Values.Select(d => d.Id).ToList();
        var items = (
            await db
                .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(i => ids.Contains(i.OwnerId) && i.RemovedAt == null)
                .OrderBy(i => i.AddedAt)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellation)
        ).ToLookup(i => i.OwnerId);
        var verdicts = await db
            .ItemVerdicts.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(v => ids.Contains(v.DossierId))
            .ToDictionaryAsync(v => v.ItemId, cancellation);
        var (text, undecided) = (new StringBuilder(EvidenceHeader), 0);
        foreach (var (number, dossier) in filed)
        {
            foreach (var item in items[dossier.Id])
            {
                var verdict = verdicts.GetValueOrDefault(item.Id);
                undecided += verdict is null && item.ProofId is null ? 1 : 0;
                Row(text, number, book.Criterion(item.Criterion), item, verdict);
            }
        }
        return (text.ToString(), undecided);
    }

    private static void Row(
        StringBuilder text,
        string number,
        Criterion criterion,
        EvidenceItem item,
        ItemVerdict? verdict
    )
    {
        var takesNumber = criterion.Rule is GradedRule or JudgedRule;
        var hundredths = verdict is { Decision: ReviewDecision.Accepted }
            ? verdict.Hundredths
            : item.Hundredths;
        InputLines.Add(
            text,
            number,
            item.Criterion,
            ItemName.Of(criterion.Acceptance!, item),
            item.Country,
            takesNumber
                ? ((hundredths ?? 0) / 100m).ToString("0.##", CultureInfo.InvariantCulture)
                : null,
            criterion.Rule is GradedRule ? verdict?.Level ?? item.Level : null,
            verdict is { Decision: ReviewDecision.Rejected } ? "rejected"
                : verdict is not null || item.ProofId is not null ? "accepted"
                : "pending"
        );
    }

    private async Task<string> Compliance(
        SortedDictionary<string, Dossier> filed,
        int year,
        CancellationToken cancellation
    )
    {
        var ids = filed.Values.Select(d => d.EnterpriseId).ToList();
        var cases = (
            await db
                .ViolationCases.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(c => ids.Contains(c.EnterpriseId))
                .ToListAsync(cancellation)
        ).ToLookup(c => c.EnterpriseId);
        var obligations = (
            await db
                .CurrencyObligations.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(o => ids.Contains(o.EnterpriseId) && o.ReplacedAt == null)
                .ToListAsync(cancellation)
        ).ToLookup(o => o.EnterpriseId);
        var text = new StringBuilder(ComplianceHeader);
        foreach (var (number, dossier) in filed)
        {
            var known = obligations[dossier.EnterpriseId].FirstOrDefault(o => o.SolarYear == year);
            var smuggling = cases[dossier.EnterpriseId].Any(c => c.State is CaseState.Final);
            if (known is null && !smuggling)
            {
                continue;
            }
            // A final case removes even where nothing is known of the currency, which then returned none.
            InputLines.Add(
                text,
                number,
                smuggling ? "true" : "false",
                known?.IsMet == true ? "true" : "false",
                (known?.Ratio ?? 0).ToString("0.######", CultureInfo.InvariantCulture)
            );
        }
        return text.ToString();
    }
}

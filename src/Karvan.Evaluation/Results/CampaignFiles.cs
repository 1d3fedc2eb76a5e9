using System.Security.Cryptography;
using System.Text;
using Karvan.Customs.Trade;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>
/// Writes the input of a campaign from its submitted dossiers, the decisions about them, and customs lines, as the files that
/// the command line reads.
/// </summary>
public sealed class CampaignFiles(KarvanContext db, ImportsInForce standing)
{
    private const string ExportersFile = "exporters.csv";
    private const string DeclarationsFileName = "declarations.csv";
    private const string EvidenceFile = "evidence.csv";
    private const string ComplianceFile = "compliance.csv";
    private const string ExportersHeader = "exporter_id,name,province,product_group\n";

    /// <summary>Whoever asks must have been allowed to compute: all dossiers of the campaign are in it.</summary>
    public async Task<CampaignInput> Of(
        Campaign campaign,
        Rulebook book,
        CancellationToken cancellation = default
    )
    {
        var submitted = db
            .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(d => d.CampaignId == campaign.Id && d.State == DossierState.Submitted);
        var numbers = await FirmNumbers.OfAll(
            db,
            submitted.Select(d => d.EnterpriseId),
            cancellation
        );
        var filed = new SortedDictionary<string, Dossier>(StringComparer.Ordinal);
        foreach (var dossier in await submitted.ToListAsync(cancellation))
        {
            filed.Add(numbers[dossier.EnterpriseId].Exporter, dossier);
        }
        var evidence = await new EvidenceLines(db).Of(submitted, filed, book, cancellation);
        return new CampaignInput(
            await Exporters(submitted, filed, cancellation),
            evidence.Text,
            await new ComplianceLines(db).Of(submitted, filed, book.Years.Last, cancellation),
            filed.ToDictionary(
                f => f.Key,
                f => new FiledFirm(f.Value.Id, f.Value.EnterpriseId, f.Value.Province),
                StringComparer.Ordinal
            ),
            filed.ToDictionary(
                f => f.Key,
                f => numbers[f.Value.EnterpriseId].All,
                StringComparer.Ordinal
            ),
            evidence.Undecided
        );
    }

    /// <summary>The input of a result as it was frozen, with its rows.</summary>
    public async Task<CampaignInput> Frozen(
        CampaignResult result,
        CancellationToken cancellation = default
    )
    {
        var numbers = await FirmNumbers.OfAll(
            db,
            db.Set<ResultRow>().Where(r => r.ResultId == result.Id).Select(r => r.EnterpriseId),
            cancellation
        );
        return new CampaignInput(
            result.Exporters,
            result.Evidence,
            result.Compliance,
            result.Rows.ToDictionary(
                r => r.Exporter,
                r => new FiledFirm(r.DossierId, r.EnterpriseId, r.Province),
                StringComparer.Ordinal
            ),
            result.Rows.ToDictionary(
                r => r.Exporter,
                r => numbers[r.EnterpriseId].All,
                StringComparer.Ordinal
            ),
            result.Undecided
        );
    }

    /// <summary>Writes the four input files of the command line.</summary>
    public async Task Write(
        CampaignInput input,
        string folder,
        CancellationToken cancellation = default
    )
    {
        Task Put(string name, string text) =>
            File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
        await Put(ExportersFile, input.Exporters);
        await Put(EvidenceFile, input.Evidence);
        await Put(ComplianceFile, input.Compliance);
        await using var declarations = new StreamWriter(
            Path.Combine(folder, DeclarationsFileName),
            false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        await new DeclarationsFile(standing).Write(input, declarations, cancellation);
    }

    /// <summary>SHA-256 of the customs lines that were written to a folder.</summary>
    public static async Task<string> DeclarationsHashOf(
        string folder,
        CancellationToken cancellation = default
    )
    {
        await using var lines = File.OpenRead(Path.Combine(folder, DeclarationsFileName));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(lines, cancellation));
    }

    private async Task<string> Exporters(
        IQueryable<Dossier> submitted,
        SortedDictionary<string, Dossier> filed,
        CancellationToken cancellation
    )
    {
        var names = await db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(e => submitted.Any(d => d.EnterpriseId == e.Id))
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
}

using System.Globalization;
using System.Text;

namespace Karvan.Oracle;

/// <summary>Scores an input folder straight from the text of the rubric: slow, obvious, sharing nothing with the engine.</summary>
public static class OracleScore
{
    /// <summary>The criteria in the order of scores.csv.</summary>
    public static readonly IReadOnlyList<string> Criteria =
    [
        .. CustomsCriteria
            .Ids.Concat(EvidenceCriteria.Ids)
            .OrderBy(id => int.Parse(id[1..2], CultureInfo.InvariantCulture))
            .ThenBy(id => int.Parse(id[3..], CultureInfo.InvariantCulture)),
    ];

    public static OracleResult Run(string inputDir, OracleOptions options)
    {
        var readings = new Readings(options.Readings);
        var technology = new Technology(options.TechnologyTable, readings);
        var ledger = new Ledger();

        var exporters = ExportersFile.Read(Path.Combine(inputDir, "exporters.csv"), ledger);
        var ids = exporters.Keys.ToHashSet(StringComparer.Ordinal);
        var lines = DeclarationFiles.Read(inputDir, ids, ledger);
        var evidence = EvidenceFile.Read(
            Path.Combine(inputDir, "evidence.csv"),
            ids,
            ledger,
            readings
        );
        var compliance = ComplianceFile.Read(Path.Combine(inputDir, "compliance.csv"), ids, ledger);

        var linesOf = lines.ToLookup(l => l.ExporterId, StringComparer.Ordinal);
        var evidenceOf = evidence.ToLookup(e => e.ExporterId, StringComparer.Ordinal);
        var customs = new CustomsCriteria(readings, technology);
        var claimed = new EvidenceCriteria(readings);

        var compared = new ComparedCriteria(readings, technology, claimed);
        var candidates = compared.Score([.. exporters.Values.Select(Candidate)]);
        return new OracleResult
        {
            ScoresCsv = Write(candidates, options),
            Points = candidates.ToDictionary(
                c => c.Exporter.Id,
                c => c.Points,
                StringComparer.Ordinal
            ),
            Files = ledger.Counts(),
            Rejected = ledger.Rejected(),
        };

        Candidate Candidate(Exporter exporter)
        {
            var facts = new Facts(exporter, linesOf[exporter.Id].ToList(), readings);
            var obeyed = compliance.GetValueOrDefault(exporter.Id);
            var points = Criteria.ToDictionary(
                id => id,
                id =>
                    CustomsCriteria.Ids.Contains(id, StringComparer.Ordinal)
                        ? customs.Score(id, facts, obeyed)
                        : claimed.Score(
                            id,
                            evidenceOf[exporter.Id].Where(e => e.Criterion == id).ToList(),
                            facts
                        ),
                StringComparer.Ordinal
            );
            return new Candidate(
                exporter,
                points,
                facts,
                evidenceOf[exporter.Id].ToList(),
                obeyed,
                readings.Is("smuggling-gate", "multiplies")
            );
        }
    }

    private static string Write(List<Candidate> candidates, OracleOptions options)
    {
        var byGroup = options.Within switch
        {
            "province" => false,
            "province+group" => true,
            _ => throw new ArgumentException($"No such pool: {options.Within}", nameof(options)),
        };
        var pools = candidates
            .GroupBy(c => (c.Exporter.Province, Group: byGroup ? c.Exporter.ProductGroup : ""))
            .OrderBy(g => g.Key.Province, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Group, StringComparer.Ordinal);

        var csv = new StringBuilder();
        csv.Append("province,rank,exporter_id,product_group,total,status,")
            .AppendJoin(',', Criteria)
            .Append('\n');
        foreach (var placed in pools.SelectMany(p => Ranking.Rank(p.ToList(), options.Winners)))
        {
            var candidate = placed.Candidate;
            string[] cells =
            [
                candidate.Exporter.Province,
                placed.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
                candidate.Exporter.Id,
                candidate.Exporter.ProductGroup,
                TwoDecimals(candidate.Total),
                placed.Status,
                .. Criteria.Select(id => TwoDecimals(candidate.Points[id].Points)),
            ];
            csv.AppendJoin(',', cells).Append('\n');
        }

        return csv.ToString();
    }

    private static string TwoDecimals(decimal points) =>
        points.ToString("0.00", CultureInfo.InvariantCulture);
}

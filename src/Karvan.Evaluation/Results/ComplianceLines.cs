using System.Globalization;
using System.Text;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>Writes <c>compliance.csv</c> (clauses R7.1, R7.2): no row where nothing is on record.</summary>
internal sealed class ComplianceLines(KarvanContext db)
{
    private const string Header = "exporter_id,smuggling,fx_obligation_met,fx_return_ratio\n";

    /// <param name="filed">The submitted, by the number of the exporter.</param>
    /// <param name="year">Whose obligation counts.</param>
    public async Task<string> Of(
        IQueryable<Dossier> submitted,
        SortedDictionary<string, Dossier> filed,
        int year,
        CancellationToken cancellation
    )
    {
        var cases = (
            await db
                .ViolationCases.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(c => submitted.Any(d => d.EnterpriseId == c.EnterpriseId))
                .ToListAsync(cancellation)
        ).ToLookup(c => c.EnterpriseId);
        var obligations = (
            await db
                .CurrencyObligations.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(o =>
                    submitted.Any(d => d.EnterpriseId == o.EnterpriseId) && o.ReplacedAt == null
                )
                .ToListAsync(cancellation)
        ).ToLookup(o => o.EnterpriseId);
        var text = new StringBuilder(Header);
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

using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Ledger;

namespace Karvan.Customs.Trade;

/// <summary>The facts of a rulebook about firms, from what stands now: what <c>karvan score</c> adds up from the same files.</summary>
public sealed class FactsInForce(ImportsInForce standing)
{
    /// <param name="province">Whose imports count, with those of the whole country.</param>
    /// <param name="roster">The firms, each by the number that stands on customs lines.</param>
    public Task<TradeFacts> Of(
        string province,
        Rulebook book,
        FactPlan plan,
        Roster roster,
        CancellationToken cancellation = default
    ) => Of(province, book, plan, roster, exporter => [exporter.Id], cancellation);

    /// <param name="numbers">Every number under which a firm of the roster stands on customs lines.</param>
    public async Task<TradeFacts> Of(
        string province,
        Rulebook book,
        FactPlan plan,
        Roster roster,
        Func<Exporter, IReadOnlyList<string>> numbers,
        CancellationToken cancellation = default
    )
    {
        var imports = await standing.Imports(province, cancellation);
        var facts = new LedgerFacts(book, plan, roster);
        for (var set = 0; set < facts.Sets; set++)
        {
            var (first, count) = facts.FirmsOf(set).GetOffsetAndLength(roster.Count);
            var firms = Enumerable
                .Range(first, count)
                .SelectMany(f => numbers(roster.Exporters[f]).Select(n => (Number: n, Firm: f)))
                .ToDictionary(f => f.Number, f => f.Firm, StringComparer.Ordinal);
            var ledgers = await standing.Ledgers(imports, firms.Keys, cancellation);
            facts.Add(set, ledgers.Select(l => (firms[l.Exporter], l.Ledger)));
        }
        return facts.Finish();
    }
}

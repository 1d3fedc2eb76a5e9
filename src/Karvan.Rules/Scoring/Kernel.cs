using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Scores one criterion for a run of firms, reading fact columns and writing a score column.</summary>
internal abstract class Kernel
{
    /// <summary>Firms handled at a time, so that a run's columns stay in the processor's cache.</summary>
    public const int Run = 2048;

    /// <summary>Scores the firms <paramref name="from"/> to <paramref name="to"/>, at most <see cref="Run"/> of them.</summary>
    public abstract void Score(int from, int to);

    /// <summary>The evidence it scores; null where it takes none.</summary>
    public virtual EvidenceColumn? Evidence => null;

    public static Kernel For(
        Rulebook book,
        int place,
        ExporterFacts facts,
        CountryCounts countries,
        EvidenceColumn? evidence,
        ScoreColumn column
    )
    {
        var criterion = book.Criteria[place];
        if (Comparison.Of(criterion))
        {
            var measured = ComparedMeasure.Of(
                criterion,
                facts.Trade,
                criterion.Measure is ExportCountries ? countries.Column(place) : [],
                evidence
            );
            return new Comparison(book, criterion, facts, measured, column);
        }
        return (criterion.Rule, criterion.Measure) switch
        {
            (BandsRule rule, ExportCountries) => CountedBands.Of(
                rule,
                countries.Column(place),
                column,
                book.Rounding
            ),
            (BandsRule rule, AcceptedEvidence) => EvidenceKernel.Bands(
                criterion,
                rule,
                evidence!,
                column,
                book.Rounding
            ),
            (BandsRule rule, var measure) => MoneyBands.Of(
                rule,
                UsdMeasure.Of(measure, facts.Trade),
                column,
                book.Rounding
            ),
            (SharesRule rule, TechnologyShares measure) => new ClassSharesKernel(
                criterion,
                rule,
                facts.Trade.ClassColumns(measure),
                column,
                book.Rounding
            ),
            (SharesRule rule, MarketShares measure) => new MarketSharesKernel(
                criterion,
                rule,
                measure,
                facts.Trade,
                column,
                book.Rounding
            ),
            (CountRule rule, ExportCountries) => CountedBands.Of(
                rule,
                criterion.Max,
                countries.Column(place),
                column
            ),
            (AnyRule or PositiveRule { TimesFxReturn: false }, ExportCountries) => CountedBands.Of(
                criterion.Max,
                countries.Column(place),
                column
            ),
            (CountRule or AnyRule, AcceptedEvidence) => EvidenceKernel.Counted(
                criterion,
                evidence!,
                column
            ),
            (GradedRule or JudgedRule, AcceptedEvidence) => EvidenceKernel.Best(evidence!, column),
            (PositiveRule rule, ExportCountries) => PositiveKernel.OfCount(
                criterion,
                rule,
                countries.Column(place),
                facts,
                column,
                book.Rounding
            ),
            (PositiveRule rule, var measure) => PositiveKernel.OfMoney(
                criterion,
                rule,
                UsdMeasure.Of(measure, facts.Trade),
                facts,
                column,
                book.Rounding
            ),
            _ => throw new InvalidOperationException(
                $"Nothing scores {criterion.Rule.GetType().Name} of {criterion.Measure.Name}; the loader should have refused it."
            ),
        };
    }
}

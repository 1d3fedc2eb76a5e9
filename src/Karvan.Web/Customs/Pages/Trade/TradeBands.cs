using System.Globalization;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Rules;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// Technology bands of goods as the newest rulebook that measures by them reads its table. Nothing where no rulebook does.
/// </summary>
public sealed class TradeBands
{
    private readonly TechnologyShares? measure;

    private TradeBands(TechnologyShares? measure) => this.measure = measure;

    public static TradeBands Of(RulebookCatalog catalog) =>
        new(
            catalog
                .Books.OrderByDescending(b => b.Book.Year)
                .ThenByDescending(b => b.Book.Version)
                .SelectMany(b => b.Book.Criteria)
                .Select(c => c.Measure)
                .OfType<TechnologyShares>()
                .FirstOrDefault()
        );

    public IReadOnlyList<NamedText> All => measure?.Table.Classes ?? [];

    /// <summary>The name of the list by which goods are sorted.</summary>
    public string? Edition(PageTexts words) =>
        measure?.Table.Editions[measure.Edition].Text.In(words.Language);

    /// <param name="hs6">Six digits as a number.</param>
    /// <returns>The id of its band.</returns>
    public string Of(int hs6) =>
        measure is null
            ? ""
            : measure.Table.Classes[measure.Table.ClassOfCode(measure.Edition)[hs6]].Id;

    /// <param name="hsCode">Six digits or more.</param>
    public string Of(string hsCode) =>
        Of(int.Parse(hsCode.AsSpan(0, 6), NumberStyles.None, CultureInfo.InvariantCulture));

    public string Name(string band, PageTexts words) =>
        All.FirstOrDefault(c => c.Id == band)?.Text.In(words.Language) ?? band;
}

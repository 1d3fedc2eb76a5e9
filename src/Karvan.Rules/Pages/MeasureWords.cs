using Karvan.Rules.Explanations;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>What is measured, in words: every measure and every test of a country's years, with lists and years by name.</summary>
internal sealed class MeasureWords(Rulebook book, Wording words)
{
    /// <summary>The measure as a phrase that starts or ends a sentence.</summary>
    public string Phrase(Measure measure) =>
        measure switch
        {
            ExportValue m => words["page.measure.export-value", Years(m.Years)],
            WeightedExports m => words["page.measure.weighted-exports", Terms(m.Weights)],
            NetTrade m => Net(m),
            ValuePerWeight m => words[
                m.OfBestProduct ? "page.measure.best-product" : "page.measure.value-per-weight",
                Years(m.Years)
            ],
            ExportCountries { Within: { } list } => words[
                "page.measure.export-countries-within",
                words[list.Title],
                words.Number(list.Countries.Count)
            ],
            ExportCountries => words["page.measure.export-countries"],
            TechnologyShares m => words[
                "page.measure.technology-shares",
                Years(m.Years),
                words[m.Table.Editions[m.Edition].Text]
            ],
            MarketShares m => words[
                "page.measure.market-shares",
                Goods(m.ProductGroupOnly),
                Years(m.Years)
            ],
            AcceptedEvidence m => words["page.measure.evidence-" + Key(m.Distinct)],
            _ => throw new InvalidOperationException($"No words for {measure.GetType().Name}."),
        };

    /// <summary>What has to hold besides, a sentence each.</summary>
    public IEnumerable<string> Conditions(Measure measure) =>
        measure switch
        {
            ExportCountries m => [Counted(m.Test, m.ProductGroupOnly)],
            MarketShares m => [Counted(m.Test, m.ProductGroupOnly)],
            AcceptedEvidence m => Items(m),
            _ => [],
        };

    /// <summary>Years by number: one, or several with "and" before the last.</summary>
    public string Years(YearSet years)
    {
        var numbers = years.Indexes.Select(i => words.Year(book.Years.All[i])).ToList();
        return numbers.Count == 1
            ? words["page.year-one", numbers[0]]
            : words["page.year-several", And(numbers)];
    }

    public string And(IReadOnlyList<string> parts) =>
        parts.Count < 2
            ? string.Concat(parts)
            : words.List(parts.Take(parts.Count - 1)) + words["page.and"] + parts[^1];

    /// <summary>The name of an id that rulebooks use often, or the id itself.</summary>
    public string Named(string family, string id)
    {
        var key = $"page.{family}.{id}";
        return !Wording.Texts.Has(key) || words[key] == id
            ? words.Latin(id)
            : words["page.name-and-code", words[key], words.Latin(id)];
    }

    private string Counted(CountryTest test, bool productGroupOnly)
    {
        var ways = test.Any.Select(Way).ToList();
        return words[
            "page.country-counts",
            Goods(productGroupOnly),
            string.Join(words["page.or"], ways)
        ];
    }

    private string Way(CountryYears test)
    {
        var parts = new List<string>();
        if (test.All.Count > 0)
        {
            parts.Add(
                words[test.All.Count == 1 ? "page.in-year" : "page.in-each", Years(test.All)]
            );
        }
        if (test.AtLeast > 0)
        {
            parts.Add(words["page.in-at-least", words.Number(test.AtLeast), Years(test.Of)]);
        }
        if (test.None.Count > 0)
        {
            parts.Add(words["page.in-none", Years(test.None)]);
        }
        return parts.Count == 0 ? words["page.in-any"] : string.Join(words["page.and"], parts);
    }

    private string Goods(bool productGroupOnly) =>
        words[productGroupOnly ? "page.goods-group" : "page.goods-all"];

    private string Net(NetTrade measure) =>
        measure.Exports.ByYear.SequenceEqual(measure.Imports.ByYear)
            ? words["page.measure.net-trade", Terms(measure.Exports)]
            : words["page.measure.net-trade-apart", Terms(measure.Exports), Terms(measure.Imports)];

    /// <summary>The last year first.</summary>
    private string Terms(YearWeights weights) =>
        And([
            .. Enumerable
                .Range(0, book.Years.Count)
                .Where(i => weights.ByYear[i] != 0)
                .Reverse()
                .Select(i =>
                    weights.IsSimpleMean
                        ? words[
                            "page.mean-term",
                            words.Number(weights.Sum),
                            words.Year(book.Years.All[i])
                        ]
                        : words[
                            "page.weight-term",
                            words.Number(weights.ByYear[i] / 100m),
                            words.Year(book.Years.All[i])
                        ]
                ),
        ]);

    private IEnumerable<string> Items(AcceptedEvidence measure)
    {
        if (measure.ExportedTo.Count > 0)
        {
            yield return words["page.items-exported-to", Years(measure.ExportedTo)];
        }
        if (measure.Items.Count > 0)
        {
            yield return words[
                "page.items-only",
                And([.. measure.Items.Select(i => Named("item", i))])
            ];
        }
        if (measure.LanguageCodes)
        {
            yield return words["page.items-languages"];
        }
        if (measure.Except.Count > 0)
        {
            yield return words[
                "page.items-except",
                And([
                    .. measure.Except.Select(e =>
                        measure.LanguageCodes
                            ? ReferenceTable.Languages.Name(e, words.Language)
                            : Named("item", e)
                    ),
                ])
            ];
        }
    }

    private static string Key(Distinct distinct) =>
        distinct switch
        {
            Distinct.Row => "row",
            Distinct.Item => "item",
            Distinct.Country => "country",
            _ => "item-and-country",
        };
}

using static Karvan.Rules.Grammar.CommonShapes;

namespace Karvan.Rules.Grammar;

/// <summary>The closed set of criterion kinds and of measures, as shapes of a rulebook file.</summary>
internal static class CriterionGrammar
{
    /// <summary>Money in USD to the cent, USD per kilogram to the cent, or a count.</summary>
    private static readonly NumberShape Threshold = new(0, 1_000_000_000_000_000m, 2);

    public static readonly NamedShape CountryTests = new(
        "country-tests",
        new ListShape(
            new MapShape(
                "a test of a country's years",
                new Key("all", YearNames, "Exports in each of these years.", Required: false),
                new Key("none", YearNames, "No exports in any of these years.", Required: false),
                new Key(
                    "at-least",
                    new MapShape(
                        "a number of years",
                        new Key("years", NumberShape.Whole(1, 8), "How many."),
                        new Key("of", YearNames, "Of which.")
                    ),
                    "Exports in so many of these years.",
                    Required: false
                )
            )
        )
    );

    private static readonly ChoiceShape Goods = new("all", "product-group");

    public static readonly NamedShape Measure = new(
        "measure",
        new OneOfShape(
            "measure",
            Form(
                "export-value",
                "Exports of the years together, USD.",
                new Key("years", YearNames, "Which years.")
            ),
            Form(
                "weighted-exports",
                "Weighted mean of yearly exports, USD.",
                new Key("weights", Id, "A set of weights.")
            ),
            Form(
                "net-trade",
                "Weighted exports less weighted imports, USD.",
                new Key("exports", Id, "Weights of exports."),
                new Key("imports", Id, "Weights of imports.")
            ),
            Form(
                "value-per-weight",
                "Exports of the years by their net weight, USD/kg.",
                new Key("years", YearNames, "Which years."),
                new Key(
                    "of",
                    new ChoiceShape("all", "best-product"),
                    "All goods together, or the product with the highest quotient; all unless said.",
                    Required: false
                )
            ),
            Form(
                "export-countries",
                "Countries with exports that pass any of the tests.",
                new Key("counted", CountryTests, "A country counts when one of these tests holds."),
                new Key("goods", Goods, "All goods, or those of the product group applied for."),
                new Key("within", Id, "Only countries of this list.", Required: false)
            ),
            Form(
                "technology-shares",
                "Shares of value by class of goods.",
                new Key("table", Id, "A table of goods."),
                new Key("edition", Id, "One of its columns."),
                new Key("years", YearNames, "Which years.")
            ),
            Form(
                "market-shares",
                "Shares of value that went to counted countries, and to others (classes 'counted' and 'other').",
                new Key("counted", CountryTests, "A country counts when one of these tests holds."),
                new Key("goods", Goods, "All goods, or those of the product group applied for."),
                new Key("years", YearNames, "Whose value is shared out.")
            ),
            Form(
                "evidence",
                "Accepted rows of evidence.",
                new Key(
                    "distinct",
                    new ChoiceShape("row", "item", "country", "item-and-country"),
                    "What makes two rows count twice."
                ),
                new Key("items", new ListShape(Id), "The only items there are.", Required: false),
                new Key(
                    "item-codes",
                    new ChoiceShape("languages"),
                    "Items are codes of this reference list.",
                    Required: false
                ),
                new Key("except", new ListShape(Id), "Items that do not count.", Required: false),
                new Key(
                    "exported-to",
                    YearNames,
                    "A row counts only for a country with exports in one of these years.",
                    Required: false
                )
            )
        )
    );

    public static readonly KindShape Criterion = new(
        "a criterion",
        "kind",
        [
            new Key("id", Id, "Its id, unique in the book."),
            new Key("clause", Id, "The clause it stands in."),
            new Key("group", Id, "The group it belongs to."),
            new Key("title", LocalText, "Its name on score cards."),
            new Key("help", LocalText, "The rule and its proof, in words."),
            new Key("max", Points, "The most it can give."),
            new Key("measure", Measure, "What is measured."),
            new Key(
                "acceptance",
                AcceptanceGrammar.Acceptance,
                "What evidence is accepted: kinds, fields, documents, who endorses, when it must be valid, who is asked.",
                Required: false
            ),
        ],
        ("bands", Bands),
        ("shares", Shares),
        ("count", [new Key("each", Points, "Points for each one counted, up to the maximum.")]),
        ("any", []),
        (
            "graded",
            [
                new Key(
                    "levels",
                    new NamesShape("levels and their points", Id, Points),
                    "Points of 100 per cent, by level."
                ),
            ]
        ),
        ("judged", []),
        (
            "positive",
            [
                new Key(
                    "factor",
                    new ChoiceShape("fx-return-ratio"),
                    "The measure is multiplied by this.",
                    Required: false
                ),
                new Key(
                    "award",
                    new ChoiceShape("full", "factor"),
                    "Full points, or the maximum × factor.",
                    Required: false
                ),
            ]
        ),
        ("relative", [SharesOnly]),
        (
            "ranked",
            [
                new Key(
                    "classes",
                    new ListShape(Percent),
                    "Per cent of the maximum by class of exporters, the best class first."
                ),
                SharesOnly,
            ]
        )
    );

    /// <summary>Turns shares by class into one number that exporters are compared by.</summary>
    private static Key SharesOnly =>
        new(
            "coefficients",
            new NamesShape("coefficients by class", Id, Percent),
            "Where shares are measured: per cent by class.",
            Required: false
        );

    private static Key[] Bands =>
        [
            new Key(
                "unit",
                new ChoiceShape("USD", "USD/kg", "countries", "items"),
                "Unit of the thresholds."
            ),
            new Key(
                "boundary",
                new ChoiceShape("lower", "upper"),
                "Which end a band holds: its lower or its upper."
            ),
            new Key(
                "interpolation",
                new ChoiceShape("step", "linear"),
                "Steps, or straight lines between thresholds."
            ),
            new Key("below", Points, "Points below the first band."),
            new Key(
                "bands",
                new ListShape(
                    new TupleShape(
                        "[from, points] or [from, to, points]",
                        [Threshold, Points],
                        [Threshold, new OptionalShape(Threshold), Points]
                    )
                ),
                "Bands in rising order; 'to' repeats the next 'from', the last is null."
            ),
        ];

    private static Key[] Shares =>
        [
            new Key(
                "coefficients",
                new NamesShape("coefficients by class", Id, Percent),
                "Per cent of the maximum, by class."
            ),
            new Key(
                "take",
                new ChoiceShape("weighted", "largest"),
                "Weigh every share, or take the coefficient of the largest class."
            ),
        ];

    private static Key Form(string name, string help, params Key[] keys) =>
        new(name, new MapShape(help, keys), help);
}

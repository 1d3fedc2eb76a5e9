using System.Text.RegularExpressions;
using Karvan.Rules.Facts;
using Karvan.Rules.Grammar;
using Karvan.Rules.Scoring;
using static Karvan.Rules.Grammar.CommonShapes;

namespace Karvan.Rules.Cases;

/// <summary>The keys of a file of worked cases; the reader refuses what is not in it, and editors get it as a schema.</summary>
internal static partial class CaseGrammar
{
    /// <summary>What one customs line may hold at most, in USD and in kilograms.</summary>
    private const decimal MostOfALine = 10_000_000_000m;

    private static readonly PatternShape Year = new(
        YearPattern(),
        "a year name: last, last-1, …, last+1, window or five"
    );

    private static readonly PatternShape Country = new(
        CountryPattern(),
        "a country code of two capitals"
    );

    private static readonly PatternShape HsCode = new(
        HsPattern(),
        "an HS code of 6 to 12 digits in quotes"
    );

    private static readonly NumberShape Usd = new(0, MostOfALine, 2);

    private static readonly NumberShape Kilograms = new(0, MostOfALine, 3);

    private static readonly NumberShape Whole = NumberShape.Whole(1, 1_000_000);

    private static readonly PatternShape Province = new(
        ProvincePattern(),
        "a province code of two digits in quotes"
    );

    private static readonly ChoiceShape Evidence = new("accepted", "rejected", "pending");

    public static readonly IReadOnlyList<string> LineKeys = ["to", "hs", "usd", "kg"];

    public static readonly IReadOnlyList<string> EvidenceKeys =
    [
        "item",
        "country",
        "quantity",
        "level",
        "status",
    ];

    public static readonly IReadOnlyList<string> ComplianceKeys =
    [
        "smuggling",
        "fx-obligation-met",
        "fx-return-ratio",
    ];

    public static readonly MapShape Case = new(
        "a worked case",
        [
            new Key("name", Words, "What the case shows; unique in the file."),
            new Key("clause", Id, "The clause the expected points are worked out from."),
            new Key(
                "readings",
                new NamesShape("readings and their answers", Id, Id),
                "Answers to swap for this case; the others keep the book's own.",
                Required: false
            ),
            new Key(
                "winners",
                NumberShape.Whole(0, 1_000_000),
                "Places in each pool; needed where a status is expected.",
                Required: false
            ),
            new Key(
                "within",
                new ChoiceShape("province", "province+group"),
                "Who competes with whom, unless as in the book.",
                Required: false
            ),
            .. ExporterKeys,
            new Key(
                "exporters",
                new ListShape(ManyExporter),
                "Several exporters, each with its own facts and expectations.",
                Required: false
            ),
            new Key(
                "columns",
                new ListShape(Words),
                "A table of cases: what each column holds, such as exports.last.usd or R4.2.",
                Required: false
            ),
            new Key(
                "rows",
                new ListShape(new ListShape(new AnythingShape())),
                "The rows of the table, each a case; null leaves a cell out.",
                Required: false
            ),
        ]
    );

    public static readonly MapShape File = new(
        "a file of worked cases",
        new Key("about", Words, "What these cases cover.", Required: false),
        new Key(
            "lines",
            new MapShape("what lines have in common", Line),
            "What an export line holds where it says nothing else.",
            Required: false
        ),
        new Key("cases", new ListShape(Case), "The cases.")
    );

    /// <summary>The keys that speak of one exporter.</summary>
    public static IReadOnlyList<string> ExporterKeyNames => [.. ExporterKeys.Select(k => k.Name)];

    private static MapShape ManyExporter =>
        new("an exporter", [new Key("id", Id, "Its name in this case."), .. ExporterKeys]);

    private static Key[] ExporterKeys =>
        [
            Maybe("province", Province, "Its province; without one, all stand in the same."),
            Maybe("group", Id, "The product group applied for; without one, all goods."),
            Maybe("exports", new ListShape(Export, 0), "Export lines."),
            Maybe("imports", new ListShape(Import, 0), "Imports."),
            Maybe("evidence", new ListShape(EvidenceRow, 0), "Rows of evidence."),
            Maybe("compliance", Compliance, "What R7 and R4.1 ask; without it, nothing is known."),
            Maybe(
                "expect",
                new NamesShape("criteria and their points", Id, Points),
                "Points by criterion, and 'total'."
            ),
            Maybe(
                "states",
                new NamesShape(
                    "criteria and their states",
                    Id,
                    new ChoiceShape([.. Enum.GetValues<ScoreState>().Select(s => s.Name())])
                ),
                "States by criterion."
            ),
            Maybe("rank", new OptionalShape(Whole), "Its rank; null: none."),
            Maybe(
                "status",
                new ChoiceShape([.. Enum.GetValues<ExporterStatus>().Select(s => s.Name())]),
                "What came of it."
            ),
        ];

    private static MapShape Export => new("an export line", [YearKey, .. Line]);

    private static MapShape Import =>
        new("an import", YearKey, new Key("usd", Usd, "Value in USD, in each of the years."));

    private static Key YearKey =>
        new("year", new SeveralShape(Year), "The year, or several: one line in each.");

    private static MapShape EvidenceRow =>
        new(
            "a row of evidence",
            new Key("criterion", Id, "What it is put forward for."),
            Maybe("item", new SeveralShape(Words), "The item, or several: one row for each."),
            Maybe("country", new SeveralShape(Country), "The country, or several: a row for each."),
            Maybe(
                "quantity",
                new NumberShape(0, 100, Facts.EvidenceRow.Decimals),
                "Per cent, or the reviewer's points."
            ),
            Maybe("level", Id, "The level of complexity."),
            Maybe("status", Evidence, "The decision; accepted where nothing is said.")
        );

    private static MapShape Compliance =>
        new(
            "compliance",
            new Key("smuggling", new FlagShape(), "Whether a case is proven and final."),
            new Key("fx-obligation-met", new FlagShape(), "Whether export currency came back."),
            new Key(
                "fx-return-ratio",
                new NumberShape(0, 1, Facts.EvidenceRow.Decimals),
                "The currency-return coefficient, 0 to 1."
            )
        );

    private static Key[] Line =>
        [
            Maybe("to", new SeveralShape(Country), "The destination, or several: a line for each."),
            Maybe("hs", HsCode, "The goods."),
            Maybe("usd", Usd, "Value of each line in USD."),
            Maybe("kg", Kilograms, "Net weight of each line in kilograms."),
        ];

    private static Key Maybe(string name, Shape value, string help) =>
        new(name, value, help, Required: false);

    [GeneratedRegex(@"^(last(-[1-9]|\+1)?|window|five)$")]
    private static partial Regex YearPattern();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex CountryPattern();

    [GeneratedRegex("^[0-9]{6,12}$")]
    private static partial Regex HsPattern();

    [GeneratedRegex("^[0-9]{2}$")]
    private static partial Regex ProvincePattern();
}

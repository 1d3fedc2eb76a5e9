using System.Text.RegularExpressions;
using static Karvan.Rules.Grammar.CommonShapes;

namespace Karvan.Rules.Grammar;

/// <summary>
/// The keys of a rulebook file. This table is the whole grammar: the loader refuses what is not in it,
/// and <c>karvan rulebook schema</c> prints it as a JSON schema.
/// </summary>
internal static partial class RulebookGrammar
{
    public static readonly PatternShape Day = new(DayPattern(), "a day written YYYY-MM-DD");

    private static readonly PatternShape Sha256 = new(
        Sha256Pattern(),
        "a SHA-256 in 64 lower-case hexadecimal digits"
    );

    private static readonly NumberShape SolarYear = new(
        Texts.SolarCalendar.FirstYear,
        Texts.SolarCalendar.LastYear,
        0,
        "a solar year"
    );

    public static readonly MapShape Rulebook = new(
        "a rulebook",
        new Key("id", Id, "The document family, the same every year."),
        new Key("year", SolarYear, "The solar year of the campaign."),
        new Key(
            "version",
            NumberShape.Whole(1, 9999),
            "Raised by every correction of a published book."
        ),
        new Key("title", LocalText, "The name on pages and score cards."),
        new Key("valid", Validity, "When the book is in force, apart from the year it scores."),
        new Key("document", Document, "The source text every clause is cited from."),
        new Key("years", Years, "The solar years of the customs data."),
        new Key("total", Points, "What the maxima of all criteria add up to."),
        new Key(
            "rounding",
            new ChoiceShape("half-away-from-zero", "half-even"),
            "How points of a criterion come to two decimals."
        ),
        new Key("weights", WeightSets, "Named sets of weights of years, in per cent."),
        new Key("lists", Lists, "Dated lists of countries."),
        new Key(
            "bodies",
            new NamesShape("bodies by id", Id, LocalText),
            "Who may endorse evidence or is asked about it.",
            Required: false
        ),
        new Key("product-groups", ProductGroups, "Product groups by HS chapters."),
        new Key(
            "tables",
            Tables,
            "Classifications of goods by HS code, kept in files beside the book."
        ),
        new Key(
            "readings",
            new ListShape(InterpretationGrammar.Reading, 0),
            "What the text leaves open, and how we read it."
        ),
        new Key("groups", new ListShape(CriterionGroup), "The parts of the rubric."),
        new Key("criteria", new ListShape(CriterionGrammar.Criterion), "What gives points."),
        new Key(
            "gate-groups",
            new ListShape(GateGroup),
            "The parts of the rubric that hold gates and give no points.",
            Required: false
        ),
        new Key("gates", new ListShape(Gate, 0), "What takes an exporter out, without points."),
        new Key("ranking", Ranking, "How exporters are ordered.")
    );

    private static MapShape Validity =>
        new(
            "the days between which the book is in force",
            new Key("from", Day, "First day, Gregorian."),
            new Key("to", new OptionalShape(Day), "Last day, or null.")
        );

    private static MapShape Document =>
        new(
            "the source document",
            new Key("name", Id, "The letter clause ids start with."),
            new Key("title", LocalText, "Its title, in our words."),
            new Key(
                "sha256",
                Sha256,
                "Hash of the source text, so that everyone knows which text was read."
            )
        );

    private static MapShape Years =>
        new(
            "the data years",
            new Key("last", SolarYear, "The last data year."),
            new Key(
                "window",
                new ListShape(SolarYear),
                "The years of means, oldest first, ending with 'last'."
            ),
            new Key(
                "five",
                new ListShape(SolarYear),
                "All years of the data, oldest first, ending with 'last'."
            )
        );

    private static NamesShape WeightSets => new("named sets of weights", Id, new WeightsShape());

    private static NamesShape Lists =>
        new(
            "named lists of countries",
            Id,
            new MapShape(
                "a list of countries",
                new Key("clause", Id, "Where the document gives it."),
                new Key("title", LocalText, "What it is."),
                new Key(
                    "count",
                    NumberShape.Whole(1, 300),
                    "How many the document says there are."
                ),
                new Key(
                    "values",
                    new ListShape(
                        new PatternShape(CountryPattern(), "a country code of two capitals")
                    ),
                    "ISO 3166-1 alpha-2."
                )
            )
        );

    private static NamesShape ProductGroups =>
        new(
            "product groups",
            Id,
            new MapShape(
                "a product group",
                new Key("title", LocalText, "Its name."),
                new Key(
                    "chapters",
                    new ListShape(
                        new PatternShape(
                            ChapterPattern(),
                            "an HS chapter such as \"07\" or a range such as \"01-24\""
                        )
                    ),
                    "HS chapters."
                )
            )
        );

    private static NamesShape Tables =>
        new(
            "tables of goods",
            Id,
            new MapShape(
                "a table of goods by HS code",
                new Key("clause", Id, "Which clause asks for it."),
                new Key(
                    "file",
                    new BesideShape(),
                    "CSV beside the book; first column hs6, then one column an edition."
                ),
                new Key("sha256", Sha256, "Hash of that file."),
                new Key(
                    "editions",
                    new NamesShape("the columns of the table", Id, LocalText),
                    "Each column and its source."
                ),
                new Key(
                    "classes",
                    new NamesShape("the classes of goods", Id, LocalText, Most: 32),
                    "Each class a cell may hold."
                ),
                new Key(
                    "otherwise",
                    Id,
                    "The class of a code that is in no row, or whose cell is blank."
                ),
                new Key(
                    "nomenclature",
                    Nomenclature,
                    "Which edition of the Harmonized System the codes of each data year have.",
                    Required: false
                )
            )
        );

    private static MapShape Nomenclature =>
        new(
            "the nomenclature of the codes",
            new Key(
                "editions",
                new ListShape(
                    new MapShape(
                        "an edition",
                        new Key("name", Id, "Its name, such as HS2017."),
                        new Key("years", new ListShape(SolarYear), "The data years that have it.")
                    )
                ),
                "Every data year once."
            ),
            new Key("why", LocalText, "How the table was made for it, and from what.")
        );

    private static MapShape GateGroup =>
        new(
            "a group of gates",
            new Key("id", Id, "Its id."),
            new Key("title", LocalText, "Its name.")
        );

    private static MapShape CriterionGroup =>
        new(
            "a group of criteria",
            new Key("id", Id, "Its id."),
            new Key("title", LocalText, "Its name."),
            new Key("max", Points, "What the maxima of its criteria add up to.")
        );

    private static MapShape Gate =>
        new(
            "a gate",
            new Key("id", Id, "Its id."),
            new Key("clause", Id, "Its clause."),
            new Key("title", LocalText, "Its name."),
            new Key("help", LocalText, "The rule in words."),
            new Key(
                "phase",
                new ChoiceShape("eliminate", "final-filter", "multiply"),
                "Before the ranking, between ranking and winners, or as a factor of 1 or 0 on the total."
            ),
            new Key("group", Id, "The group of gates it belongs to.", Required: false),
            new Key(
                "when",
                new ChoiceShape("smuggling-proven"),
                "Closes when this holds.",
                Required: false
            ),
            new Key(
                "unless",
                new ChoiceShape("fx-obligation-met"),
                "Closes unless this holds.",
                Required: false
            )
        );

    private static MapShape Ranking =>
        new(
            "the ranking",
            new Key("clause", Id, "Where it is said, or read."),
            new Key(
                "ties",
                new ListShape(CriterionGrammar.Measure, 0),
                "What orders exporters of equal totals; higher first."
            ),
            new Key(
                "within",
                new ChoiceShape("province", "province+group"),
                "Who competes with whom, unless the campaign says otherwise."
            )
        );

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex DayPattern();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex CountryPattern();

    [GeneratedRegex("^[0-9]{2}(-[0-9]{2})?$")]
    private static partial Regex ChapterPattern();
}

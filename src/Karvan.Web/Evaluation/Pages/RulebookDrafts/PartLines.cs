using System.Globalization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;
using Karvan.Texts;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>A value of a rulebook as a form shows it.</summary>
/// <param name="Key">Where it stands in the rulebook, as the loader names it; of bands their criterion.</param>
/// <param name="Points">Of a band; null where the value is alone.</param>
internal sealed record PartLine(
    string Key,
    string Legend,
    string LabelKey,
    string Value,
    string? Points = null
);

/// <summary>The values of each part that has such a form, as they stand in a draft.</summary>
internal static class PartLines
{
    /// <summary>Rows for bands that are not there yet.</summary>
    private const int MoreBands = 2;

    public static IReadOnlyList<RulebookPart> Parts { get; } =
    [
        RulebookPart.Names,
        RulebookPart.Years,
        RulebookPart.Points,
        RulebookPart.Bands,
        RulebookPart.Weights,
    ];

    public static IReadOnlyList<PartLine> Of(
        RulebookPart part,
        RulebookDraft draft,
        PageTexts words
    )
    {
        var book = draft.Loaded();
        return
        [
            .. part switch
            {
                RulebookPart.Names => Names(book, words),
                RulebookPart.Years => Years(book, words),
                RulebookPart.Points => Points(book, words),
                RulebookPart.Bands => Bands(book, words),
                RulebookPart.Weights => Weights(book, new RulebookText(draft.Text), words),
                _ => [],
            },
        ];
    }

    private static IEnumerable<PartLine> Names(Rulebook book, PageTexts words)
    {
        PartLine Line(string key, string label, string value) =>
            new(key, words[label].Bare, label, value);
        yield return Line("year", "rulebook-part.year", Whole(book.Year));
        yield return Line("version", "rulebook-part.version", Whole(book.Version));
        yield return Line("title.fa", "rulebook-part.title-fa", book.Title.Fa);
        yield return Line("title.en", "rulebook-part.title-en", book.Title.En);
        yield return Line("valid.from", "rulebook-part.valid-from", Day(book.ValidFrom));
        yield return Line("valid.to", "rulebook-part.valid-to", Day(book.ValidTo));
        var document = book.Document;
        yield return Line("document.title.fa", "rulebook-part.document-fa", document.Title.Fa);
        yield return Line("document.title.en", "rulebook-part.document-en", document.Title.En);
        yield return Line("document.sha256", "rulebook-part.document-sha256", document.Sha256);
    }

    private static IEnumerable<PartLine> Years(Rulebook book, PageTexts words)
    {
        PartLine Line(string key, string label, string? legend, IEnumerable<int> years) =>
            new(key, legend ?? words[label].Bare, label, string.Join(", ", years.Select(Whole)));
        yield return Line("years.last", "rulebook-part.last", null, [book.Years.Last]);
        yield return Line("years.window", "rulebook-part.window", null, book.Years.Window);
        yield return Line("years.five", "rulebook-part.all", null, book.Years.All);
        foreach (var (table, place, years) in RulebookEdits.YearsOf(book).Editions)
        {
            var edition = book.Tables[table].Nomenclature!.Editions[place];
            yield return Line(
                $"tables.{table}.nomenclature.editions[{place}].years",
                "rulebook-part.edition",
                edition.Name,
                years
            );
        }
    }

    private static IEnumerable<PartLine> Points(Rulebook book, PageTexts words)
    {
        yield return new(
            "total",
            words["rulebook-part.total"].Bare,
            "rulebook-part.total",
            book.Total.Plain
        );
        foreach (var group in book.Groups)
        {
            yield return new(
                $"groups.{group.Id}.max",
                Titled(group.Id, group.Title, words),
                "rulebook-part.max",
                group.Max.Plain
            );
            foreach (
                var criterion in book.Criteria.Where(c =>
                    string.Equals(c.Group, group.Id, StringComparison.Ordinal)
                )
            )
            {
                var title = Titled(criterion.Id, criterion.Title, words);
                yield return new(
                    $"criteria.{criterion.Id}.max",
                    title,
                    "rulebook-part.max",
                    criterion.Max.Plain
                );
                if (criterion.Rule is CountRule counted)
                {
                    yield return new(
                        $"criteria.{criterion.Id}.each",
                        title,
                        "rulebook-part.each",
                        counted.Each.Plain
                    );
                }
            }
        }
    }

    private static IEnumerable<PartLine> Bands(Rulebook book, PageTexts words) =>
        from criterion in book.Criteria
        where criterion.Rule is BandsRule
        from band in ((BandsRule)criterion.Rule)
            .Bands.Select(b => (From: PlainNumber.Shortest(b.From), Points: b.Points.Plain))
            .Concat(Enumerable.Repeat((From: "", Points: ""), MoreBands))
        select new PartLine(
            criterion.Id,
            Titled(criterion.Id, criterion.Title, words),
            "rulebook-part.from",
            band.From,
            band.Points
        );

    private static IEnumerable<PartLine> Weights(
        Rulebook book,
        RulebookText text,
        PageTexts words
    ) =>
        from set in book.Weights.Keys
        from weight in text.WeightsOf(set)
        select new PartLine(
            $"weights.{set}.{weight.Year}",
            $"{set}: {YearName(weight.Year, words)}",
            "rulebook-part.per-cent",
            PlainNumber.Shortest(weight.PerCent)
        );

    /// <summary><c>last</c>, or <c>last-2</c>.</summary>
    private static string YearName(string name, PageTexts words) =>
        name.IndexOf('-', StringComparison.Ordinal) is var dash and >= 0
            ? words[
                "rulebook-part.year-name.back",
                ("years", int.Parse(name[(dash + 1)..], CultureInfo.InvariantCulture))
            ].Bare
            : words["rulebook-part.year-name.last"].Bare;

    private static string Titled(string id, LocalText title, PageTexts words) =>
        $"{id} {title.In(words.Language)}";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day is { } known ? SolarCalendar.Text(known) : "";
}

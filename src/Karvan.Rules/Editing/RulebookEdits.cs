using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Editing;

/// <summary>What a rulebook is called, and when it is in force.</summary>
public sealed record RulebookNames(
    int Year,
    int Version,
    LocalText Title,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    LocalText DocumentTitle,
    string DocumentSha256
);

/// <param name="Editions">Of the tables of goods: table, place of the edition in it, its years.</param>
public sealed record RulebookYears(
    int Last,
    IReadOnlyList<int> Window,
    IReadOnlyList<int> All,
    IReadOnlyList<(string Table, int Edition, IReadOnlyList<int> Years)> Editions
);

/// <param name="Each">Points for each one counted, of the criteria that count.</param>
public sealed record RulebookPoints(
    decimal Total,
    IReadOnlyDictionary<string, decimal> Groups,
    IReadOnlyDictionary<string, decimal> Criteria,
    IReadOnlyDictionary<string, decimal> Each
);

/// <summary>Changes to the text of a rulebook, each as an officer thinks of it.</summary>
public static class RulebookEdits
{
    public static RulebookText Names(this RulebookText text, RulebookNames to) =>
        text.Set(YamlValue.Year(to.Year), "year")
            .Set(YamlValue.Year(to.Version), "version")
            .Set(YamlValue.Text(to.Title.Fa), "title", "fa")
            .Set(YamlValue.Text(to.Title.En), "title", "en")
            .Set(YamlValue.Day(to.ValidFrom), "valid", "from")
            .Set(YamlValue.Day(to.ValidTo), "valid", "to")
            .Set(YamlValue.Text(to.DocumentTitle.Fa), "document", "title", "fa")
            .Set(YamlValue.Text(to.DocumentTitle.En), "document", "title", "en")
            .Set(to.DocumentSha256, "document", "sha256");

    /// <summary>
    /// The same rules for another year: every year of data moves as far as the year does, and the days in which it is in force
    /// begin anew.
    /// </summary>
    public static RulebookText CopiedFor(
        this RulebookText text,
        Rulebook book,
        int year,
        int version,
        LocalText title
    )
    {
        var later = year - book.Year;
        var named = text.Names(
            new RulebookNames(
                year,
                version,
                title,
                later == 0 ? book.ValidFrom : DateOnly.FromDayNumber(SolarCalendar.FirstDay(year)),
                later == 0 ? book.ValidTo : null,
                book.Document.Title,
                book.Document.Sha256
            )
        );
        return later == 0 ? named : named.Years(YearsOf(book, later));
    }

    /// <param name="later">By how much each year is moved.</param>
    public static RulebookYears YearsOf(Rulebook book, int later = 0) =>
        new(
            book.Years.Last + later,
            [.. book.Years.Window.Select(y => y + later)],
            [.. book.Years.All.Select(y => y + later)],
            [
                .. book.Tables.SelectMany(t =>
                    (t.Value.Nomenclature?.Editions ?? []).Select(
                        (e, i) =>
                            (t.Key, i, (IReadOnlyList<int>)[.. e.Years.Select(y => y + later)])
                    )
                ),
            ]
        );

    public static RulebookText Years(this RulebookText text, RulebookYears to)
    {
        text = text.Set(YamlValue.Year(to.Last), "years", "last")
            .SetItems([.. to.Window.Select(YamlValue.Year)], "years", "window")
            .SetItems([.. to.All.Select(YamlValue.Year)], "years", "five");
        return to.Editions.Aggregate(
            text,
            (t, e) =>
                t.SetItems(
                    [.. e.Years.Select(YamlValue.Year)],
                    "tables",
                    e.Table,
                    "nomenclature",
                    "editions",
                    $"{e.Edition}",
                    "years"
                )
        );
    }

    /// <summary>The last band of a criterion gives its maximum, so it moves with it.</summary>
    public static RulebookText Points(this RulebookText text, Rulebook book, RulebookPoints to)
    {
        text = text.Set(YamlValue.Number(to.Total), "total");
        text = to.Groups.Aggregate(
            text,
            (t, g) => t.Set(YamlValue.Number(g.Value), "groups", g.Key, "max")
        );
        foreach (var (id, max) in to.Criteria)
        {
            text = text.Set(YamlValue.Number(max), "criteria", id, "max");
            if (book.Criterion(id).Rule is BandsRule rule)
            {
                var bands = rule.Bands.Select(b => (b.From, b.Points.Value)).ToList();
                bands[^1] = (bands[^1].From, max);
                text = text.Bands(id, bands);
            }
        }
        return to.Each.Aggregate(
            text,
            (t, e) => t.Set(YamlValue.Number(e.Value), "criteria", e.Key, "each")
        );
    }

    /// <param name="bands">Where each begins and what it gives, in any order.</param>
    public static RulebookText Bands(
        this RulebookText text,
        string criterion,
        IReadOnlyList<(decimal From, decimal Points)> bands
    )
    {
        var rising = bands.OrderBy(b => b.From).ToList();
        var stated =
            text.Find("criteria", criterion, "bands", "0") is PlacedList { Items.Count: > 2 };
        var written = rising.Select(
            (band, i) =>
            {
                var (from, points) = (YamlValue.Number(band.From), YamlValue.Number(band.Points));
                var end = i + 1 < rising.Count ? YamlValue.Number(rising[i + 1].From) : "null";
                return YamlValue.List(stated ? [from, end, points] : [from, points]);
            }
        );
        return text.SetItems([.. written], "criteria", criterion, "bands");
    }

    /// <param name="perCent">By the name of the year.</param>
    public static RulebookText Weights(
        this RulebookText text,
        string set,
        IReadOnlyDictionary<string, decimal> perCent
    ) => perCent.Aggregate(text, (t, w) => t.Set(YamlValue.Number(w.Value), "weights", set, w.Key));

    /// <summary>The count follows: how many there are is what the list says.</summary>
    public static RulebookText Countries(
        this RulebookText text,
        string list,
        IReadOnlyList<string> codes
    ) =>
        text.SetItems([.. codes.Select(YamlValue.Text)], "lists", list, "values")
            .Set(YamlValue.Year(codes.Count), "lists", list, "count");

    /// <summary>The names of years with a weight in a set; empty for a simple mean.</summary>
    public static IReadOnlyList<(string Year, decimal PerCent)> WeightsOf(
        this RulebookText text,
        string set
    ) =>
        text.Find("weights", set) is PlacedMap map
            ?
            [
                .. map
                    .Entries.Where(e => e.Value is PlacedScalar)
                    .Select(e =>
                        (
                            e.Key.Text,
                            Rules.Text.PlainNumber.TryParse(
                                ((PlacedScalar)e.Value).Text,
                                out var value
                            )
                                ? value
                                : 0
                        )
                    ),
            ]
            : [];
}

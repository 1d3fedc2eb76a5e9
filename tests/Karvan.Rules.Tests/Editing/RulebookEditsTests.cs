using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Tests.Loading;
using Karvan.Texts;
using Xunit;

namespace Karvan.Rules.Tests.Editing;

/// <summary>Values are changed where they stand in the text; every other character stays.</summary>
public sealed class RulebookEditsTests
{
    private static readonly string Original = File.ReadAllText(
        Repository.PathOf("rulebooks/exemplary-exporter/1402.yaml")
    );

    private static readonly RulebookText Text = new(Original);

    private static readonly Rulebook Book = Load(Text);

    [Fact]
    public void What_is_said_again_changes_nothing()
    {
        var again = Text.Names(
                new RulebookNames(
                    Book.Year,
                    Book.Version,
                    Book.Title,
                    Book.ValidFrom,
                    Book.ValidTo,
                    Book.Document.Title,
                    Book.Document.Sha256
                )
            )
            .Years(RulebookEdits.YearsOf(Book))
            .Points(Book, PointsOf(Book))
            .Weights(
                "three-years",
                Text.WeightsOf("three-years").ToDictionary(w => w.Year, w => w.PerCent)
            )
            .Countries("priority-countries", Book.Lists["priority-countries"].Countries)
            .Bands("R4.2", BandsOf("R4.2"))
            .Bands("R3.2", BandsOf("R3.2"));
        Assert.Equal(Original, again.Text);
    }

    [Fact]
    public void A_copy_for_the_next_year_loads_and_moves_every_year()
    {
        var copy = Text.CopiedFor(
            Book,
            1403,
            1,
            new LocalText("شاخص‌ها: «۱۴۰۳»، تازه", "Criteria: 1403, \"new\"")
        );
        var book = Load(copy);
        Assert.Equal((1403, 1, 1402), (book.Year, book.Version, book.Years.Last));
        Assert.Equal([1400, 1401, 1402], book.Years.Window);
        Assert.Equal("شاخص‌ها: «۱۴۰۳»، تازه", book.Title.Fa);
        Assert.Equal("Criteria: 1403, \"new\"", book.Title.En);
        // 1 Farvardin 1403, a leap year of the Gregorian calendar.
        Assert.Equal(new DateOnly(2024, 3, 20), book.ValidFrom);
        Assert.Equal(
            [1398, 1399, 1400, 1401, 1402],
            book.Tables["technology"].Nomenclature!.Editions[0].Years
        );
        // Lines are kept, those of comments as they were.
        var (before, after) = (Original.Split('\n'), copy.Text.Split('\n'));
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(before.Where(l => l.StartsWith('#')), after.Where(l => l.StartsWith('#')));
        Assert.Equal(9, before.Zip(after).Count(p => p.First != p.Second));
    }

    [Fact]
    public void A_band_is_added_where_it_belongs_and_taken_out_again()
    {
        var bands = BandsOf("R4.2");
        var more = Text.Bands("R4.2", [.. bands, (200_000m, 10m)]);
        var rule = (BandsRule)Load(more).Criterion("R4.2").Rule;
        Assert.Equal(
            [(100_000m, 500), (200_000m, 1000), (300_000m, 1500)],
            rule.Bands.Take(3).Select(b => (b.From, b.Points.Hundredths))
        );
        Assert.Contains(
            "      - [100_000, 200_000, 5]\n      - [200_000, 300_000, 10]\n",
            more.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(Original, more.Bands("R4.2", bands).Text);
    }

    [Fact]
    public void Points_move_together_with_the_last_band()
    {
        var points = PointsOf(Book);
        var moved = Text.Points(
            Book,
            points with
            {
                Criteria = With(With(points.Criteria, "R4.2", 190), "R4.3", 160),
            }
        );
        var book = Load(moved);
        Assert.Equal(19_000, ((BandsRule)book.Criterion("R4.2").Rule).Bands[^1].Points.Hundredths);
        Assert.Equal(16_000, book.Criterion("R4.3").Max.Hundredths);
        Assert.Equal(1000, book.Total.Value);
    }

    /// <summary>R2.1 names 26; the list of another year may be of another length.</summary>
    [Fact]
    public void A_list_may_have_another_length()
    {
        var codes = Book.Lists["priority-countries"].Countries;
        var book = Load(Text.Countries("priority-countries", [.. codes.Skip(2), "NO", "OM", "AZ"]));
        Assert.Equal(27, book.Lists["priority-countries"].Countries.Count);
        Assert.Contains("NO", book.Lists["priority-countries"].Countries);
    }

    [Fact]
    public void A_weight_of_years_is_changed()
    {
        var changed = Text.Weights(
            "three-years",
            new Dictionary<string, decimal>(StringComparer.Ordinal)
            {
                ["last"] = 50,
                ["last-1"] = 30,
                ["last-2"] = 20,
            }
        );
        Assert.Equal([0, 0, 2000, 3000, 5000], Load(changed).Weights["three-years"].ByYear);
        Assert.Empty(Text.WeightsOf("simple-mean"));
    }

    /// <summary>Lists that stand an item a line lose and gain lines, and nothing else.</summary>
    [Fact]
    public void Items_of_a_block_are_lines()
    {
        var block = new RulebookText("a:\n  - {x: 1}   # one\n  - {x: 2}   # two\nb: 1\n");
        Assert.Equal(
            "a:\n  - {x: 1}   # one\n  - {x: 3}   # two\n  - {x: 4}\nb: 1\n",
            block.SetItems(["{x: 1}", "{x: 3}", "{x: 4}"], "a").Text
        );
        Assert.Equal("a:\n  - {x: 2}   # one\nb: 1\n", block.SetItems(["{x: 2}"], "a").Text);
    }

    private static Rulebook Load(RulebookText text)
    {
        var load = Repository.LoadShipped(text.Text);
        Assert.Empty(load.Problems);
        return load.Rulebook!;
    }

    private static List<(decimal, decimal)> BandsOf(string id) =>
        [.. ((BandsRule)Book.Criterion(id).Rule).Bands.Select(b => (b.From, b.Points.Value))];

    private static RulebookPoints PointsOf(Rulebook book) =>
        new(
            book.Total.Value,
            book.Groups.ToDictionary(g => g.Id, g => g.Max.Value),
            book.Criteria.ToDictionary(c => c.Id, c => c.Max.Value),
            book.Criteria.Where(c => c.Rule is CountRule)
                .ToDictionary(c => c.Id, c => ((CountRule)c.Rule).Each.Value)
        );

    private static Dictionary<string, decimal> With(
        IReadOnlyDictionary<string, decimal> points,
        string id,
        decimal to
    ) => new(points, StringComparer.Ordinal) { [id] = to };
}

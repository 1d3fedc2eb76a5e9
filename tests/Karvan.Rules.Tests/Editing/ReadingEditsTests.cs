using Karvan.Rules.Differences;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Tests.Loading;
using Karvan.Texts;
using Xunit;

namespace Karvan.Rules.Tests.Editing;

/// <summary>Another answer of a reading is taken in the text; it scores as the loader makes it score, and leads back.</summary>
public sealed class ReadingEditsTests
{
    private static readonly RulebookText Text = new(Repository.ShippedText);

    private static readonly Rulebook Shipped = Load(Text);

    public static TheoryData<string, string> Answers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var reading in Shipped.Readings)
            {
                foreach (var choice in reading.Choices.Where(c => !c.IsDefault))
                {
                    data.Add(reading.Id, choice.Id);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_that_is_taken_scores_as_one_that_is_swapped_in(string id, string choice)
    {
        var chosen = Text.Choose(id, choice);
        var book = Load(chosen);
        var reading = book.Readings.Single(r => r.Id == id);
        Assert.Equal((choice, false), (reading.Choice, reading.Swapped));
        var swapped = Repository.LoadShipped(Repository.ShippedText, (id, choice)).Rulebook!;
        Assert.Equal(KeysOf(swapped), KeysOf(book));

        // The answer before is one of the others, and taken again it is the rulebook of before.
        var before = Shipped.Readings.Single(r => r.Id == id).Choice;
        var back = Load(chosen.Choose(id, before));
        Assert.Equal(KeysOf(Shipped), KeysOf(back));
        Assert.Equal(
            Repository.ShippedText.Split('\n').Where(l => l.StartsWith('#')),
            chosen.Text.Split('\n').Where(l => l.StartsWith('#'))
        );
    }

    [Fact]
    public void What_differs_is_said_in_both_languages()
    {
        var changed = Load(
            Text.CopiedFor(Shipped, 1403, 1, Shipped.Title)
                .Countries("priority-countries", ["AF", "NO"])
                .Choose("value-bounds", "upper")
                .Bands("R4.2", [.. BandsOf("R4.2"), (200_000, 10)])
        );
        var english = RulebookDifference.Between(Shipped, changed, Language.English);
        string[] said = [.. english.SelectMany(p => p.Sentences)];
        Assert.Contains("year: from 1402 to 1403", said);
        Assert.Contains("last year: from 1401 to 1402", said);
        Assert.Contains(said, s => s.EndsWith("added: Norway", StringComparison.Ordinal));
        Assert.Contains(
            said,
            s => s.EndsWith("number of countries: from 26 to 2", StringComparison.Ordinal)
        );
        Assert.Contains(
            said,
            s => s.EndsWith("a new band from 200,000 gives 10 points", StringComparison.Ordinal)
        );
        Assert.Contains(
            said,
            s =>
                s.StartsWith(
                    "An amount lies exactly where two bands meet.",
                    StringComparison.Ordinal
                )
        );
        var persian = RulebookDifference.Between(Shipped, changed, Language.Persian);
        Assert.Equal(
            english.Select(p => p.Sentences.Count),
            persian.Select(p => p.Sentences.Count)
        );
        Assert.Contains(
            persian.SelectMany(p => p.Sentences),
            s => s.Contains("از ۱۴۰۲ به ۱۴۰۳", StringComparison.Ordinal)
        );
        Assert.Empty(RulebookDifference.Between(Shipped, Shipped, Language.English));
    }

    [Fact]
    public void An_answer_that_is_none_is_not_taken() =>
        Assert.Throws<InvalidOperationException>(() => Text.Choose("value-bounds", "middle"));

    private static IEnumerable<string> KeysOf(Rulebook book) =>
        book
            .Criteria.Select(c => $"{c.Id} {c.Key} {c.Acceptance?.Key}")
            .Concat(book.Gates.Select(g => $"{g.Id} {g.Phase} {g.ClosesWhen}"));

    private static List<(decimal, decimal)> BandsOf(string id) =>
        [.. ((BandsRule)Shipped.Criterion(id).Rule).Bands.Select(b => (b.From, b.Points.Value))];

    private static Rulebook Load(RulebookText text)
    {
        var load = Repository.LoadShipped(text.Text);
        Assert.Empty(load.Problems);
        return load.Rulebook!;
    }
}

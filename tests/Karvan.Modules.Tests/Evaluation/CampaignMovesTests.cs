using Karvan.Evaluation.Campaigns;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>The table of moves, and the order of days.</summary>
public sealed class CampaignMovesTests
{
    private const string Columns = "move,from,to,needs,undoes,reason\n";

    /// <summary>From the draft every state is reached, and no name leads to two places.</summary>
    [Fact]
    public void The_table_reaches_every_state()
    {
        var reached = new HashSet<CampaignState> { CampaignState.Draft };
        for (var before = 0; before < reached.Count; )
        {
            before = reached.Count;
            reached.UnionWith(
                CampaignMoves.All.Where(m => reached.Contains(m.From)).Select(m => m.To)
            );
        }
        Assert.Equal(Enum.GetValues<CampaignState>(), reached.Order());
        Assert.Equal(
            CampaignMoves.All.Count,
            CampaignMoves.All.DistinctBy(m => (m.Name, m.From)).Count()
        );
    }

    [Theory]
    [InlineData("move,from,to\n", "'move,from,to'")]
    [InlineData(Columns + "call,Draft,Filing,,\n", "line 2: the columns")]
    [InlineData(Columns + "call,Draft,Open,,,no\n", "line 2: 'Open' is none of Draft, Filing")]
    [InlineData(Columns + "call,Draft,Filing,rules,,no\n", "line 2: 'rules' is none of Rulebook")]
    [InlineData(Columns + "call,Draft,Filing,,,maybe\n", "with yes or no")]
    [InlineData(
        Columns + "call,Draft,Filing,,,no\nback,Draft,Filing,,call,no\n",
        "'back' undoes 'call', which does not lead from Filing to Draft"
    )]
    public void A_table_that_is_none_says_where(string text, string said)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => CampaignMoves.Read(text));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever days are drawn: those named are exactly those before the latest that comes earlier in the order.</summary>
    [Fact]
    public void Days_out_of_order_are_named()
    {
        var dice = new Random(7);
        var first = new DateOnly(2026, 3, 21);
        DateOnly? Drawn() => dice.Next(4) == 0 ? null : first.AddDays(dice.Next(10));
        for (var turn = 0; turn < 2000; turn++)
        {
            var days = new CampaignCalendar
            {
                FilingOpens = Drawn(),
                FilingEnds = Drawn(),
                AnswersEnd = Drawn(),
                ReviewEnds = Drawn(),
                CommitteeMeets = Drawn(),
                EmbargoEnds = Drawn(),
                ObjectionsEnd = Drawn(),
            };
            var expected = days
                .Days.Where(
                    (d, place) => d.Day is not null && days.Days.Take(place).Any(e => e.Day > d.Day)
                )
                .Select(d => d.Name);
            Assert.Equal(expected, days.OutOfOrder);
        }
    }

    [Fact]
    public void Grace_is_added_to_the_last_day()
    {
        var last = new DateOnly(2026, 12, 20);
        Assert.Equal(last, new CampaignCalendar { FilingEnds = last }.LastFilingDay);
        Assert.Equal(
            last.AddDays(2),
            new CampaignCalendar { FilingEnds = last, FilingGrace = 2 }.LastFilingDay
        );
    }
}

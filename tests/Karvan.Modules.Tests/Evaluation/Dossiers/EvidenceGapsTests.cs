using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation.Dossiers;

/// <summary>What an item lacks follows the acceptance of its criterion, clause by clause; and what it then earns.</summary>
public sealed class EvidenceGapsTests
{
    private static readonly Rulebook Book = ShippedBook.Only.All[0];

    /// <summary>The last day of 1401 is 20 March 2023: R6.5 asks for validity to it, R5.1 for any day of the year.</summary>
    [Theory]
    [InlineData("R6.5", "2023-03-20", null)]
    [InlineData("R6.5", "2023-03-19", EvidenceGap.NotInForce)]
    [InlineData("R6.5", null, EvidenceGap.Validity)]
    [InlineData("R5.1", "2022-03-21", null)]
    [InlineData("R5.1", "2022-03-20", EvidenceGap.NotInForce)]
    public void Validity_is_held_against_the_year(string criterion, string? until, EvidenceGap? gap)
    {
        var item = Item(
            criterion,
            new EvidenceSaid
            {
                Kind = criterion is "R6.5" ? "halal" : "joint-chamber-membership",
                Name = "گواهی",
                Country = "IQ",
                Endorser = "standards-organization",
                ValidUntil = until is null
                    ? null
                    : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
            },
            criterion is "R6.5" ? "certificate" : "card"
        );
        Assert.Equal(gap is { } one ? [one] : [], Gaps(item));
    }

    /// <summary>The year 1401 runs from 21 March 2022 to 20 March 2023.</summary>
    [Theory]
    [InlineData("2022-03-21", null)]
    [InlineData("2023-03-20", null)]
    [InlineData("2022-03-20", EvidenceGap.DateOutsideYear)]
    [InlineData("2023-03-21", EvidenceGap.DateOutsideYear)]
    public void A_fair_is_held_in_the_last_year(string day, EvidenceGap? gap)
    {
        var item = Item(
            "R6.10",
            DossierDesk.Fair() with
            {
                Date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            }
        );
        Assert.Equal(gap is { } one ? [one] : [], Gaps(item));
    }

    [Fact]
    public void Who_may_endorse_follows_the_clause()
    {
        // R6.13: the country desks of the trade organization; R6.1: embassy, attaché, either chamber.
        Assert.Equal(
            [EvidenceGap.EndorserMayNot],
            Gaps(
                Item(
                    "R6.13",
                    new EvidenceSaid
                    {
                        Kind = "print",
                        Country = "IQ",
                        Endorser = "embassy",
                    },
                    "contract"
                )
            )
        );
        Assert.Empty(
            Gaps(
                Item(
                    "R6.1",
                    new EvidenceSaid { Country = "IQ", Endorser = "chamber-of-cooperatives" },
                    "contract"
                )
            )
        );
        Assert.Equal(
            [EvidenceGap.Endorser, EvidenceGap.Document],
            Gaps(Item("R6.1", new EvidenceSaid { Country = "IQ" }))
        );
    }

    /// <summary>A card is asked of a membership, not of a course (clause R5.1), which names its person and post.</summary>
    [Fact]
    public void A_course_names_its_person() =>
        Assert.Equal(
            [EvidenceGap.Person, EvidenceGap.Post, EvidenceGap.Document],
            Gaps(Item("R5.1", new EvidenceSaid { Kind = "course-certificate", Name = "دوره" }))
        );

    [Fact]
    public void A_criterion_with_kinds_asks_for_one_first() =>
        Assert.Equal([EvidenceGap.Kind], Gaps(Item("R6.9", new EvidenceSaid())));

    /// <summary>Persian is no foreign language of a website (clause R6.12).</summary>
    [Fact]
    public void Persian_does_not_count()
    {
        var item = Item(
            "R6.12",
            new EvidenceSaid
            {
                Language = "fa",
                WebAddress = "https://example.ir",
                DaySeen = new DateOnly(2023, 1, 1),
            }
        );
        Assert.Equal([EvidenceGap.LanguageNotCounted], Gaps(item));
    }

    /// <summary>By hand: two fairs of one name in one country on one day are one attendance, 7 points; another day is another.</summary>
    [Fact]
    public void The_same_attendance_counts_once()
    {
        EvidenceItem[] items =
        [
            Item("R6.10", DossierDesk.Fair()),
            Item("R6.10", DossierDesk.Fair()),
            Item("R6.10", DossierDesk.Fair() with { Date = new DateOnly(2022, 10, 6) }),
        ];
        Assert.Equal(7m, Points("R6.10", items[..2]));
        Assert.Equal(14m, Points("R6.10", items));
    }

    /// <summary>By hand, R3.3: 60.5 per cent of a technology of medium level (7 points) is 4.235, rounded to 4.24 (clause R).</summary>
    [Fact]
    public void A_share_is_graded() =>
        Assert.Equal(
            4.24m,
            Points(
                "R3.3",
                Item(
                    "R3.3",
                    new EvidenceSaid
                    {
                        Name = "کمپرسور",
                        Hundredths = 6050,
                        Level = "medium",
                    }
                )
            )
        );

    /// <summary>What is not complete earns nothing yet.</summary>
    [Fact]
    public void An_incomplete_item_earns_nothing()
    {
        Assert.Equal(0m, Points("R6.1", Item("R6.1", new EvidenceSaid { Country = "IQ" })));
        Assert.Equal(
            1,
            DossierPoints
                .OfItems(Book, [Item("R6.1", new EvidenceSaid { Country = "IQ" })])
                .Criteria.Single(c => c.Criterion.Id == "R6.1")
                .Incomplete
        );
    }

    private static decimal Points(string criterion, params EvidenceItem[] items) =>
        DossierPoints
            .OfItems(Book, items)
            .Criteria.Single(c => c.Criterion.Id == criterion)
            .Points.Value;

    private static IEnumerable<EvidenceGap> Gaps(EvidenceItem item) =>
        EvidenceGaps.Of(Book.Criterion(item.Criterion), item).Select(g => g.Gap);

    private static EvidenceItem Item(string criterion, EvidenceSaid said, params string[] documents)
    {
        var owner = new EvidenceOwner(
            Dossier.SubjectIn("08", Guid.NewGuid(), Guid.NewGuid()),
            null
        );
        var item = EvidenceItem.Add(owner, criterion, DateTime.UnixEpoch);
        item.Take(said);
        foreach (var document in documents)
        {
            item.Attach(document, Guid.NewGuid(), DateTime.UnixEpoch);
        }
        return item;
    }
}

using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Rules.Tests.Loading;

/// <summary>What the shipped book accepts as evidence, held against the clauses of document R.</summary>
public sealed class AcceptanceTests
{
    private static readonly Rulebook Book = Repository
        .LoadShipped(Repository.ShippedText)
        .Rulebook!;

    [Fact]
    public void Every_criterion_of_evidence_says_what_it_accepts_and_no_other_does() =>
        Assert.All(
            Book.Criteria,
            c => Assert.Equal(c.Measure is AcceptedEvidence, c.Acceptance is not null)
        );

    [Theory]
    [InlineData("R3.4", 8)]
    [InlineData("R6.9", 4)]
    [InlineData("R6.13", 5)]
    public void There_are_so_many_kinds_of_item(string criterion, int kinds) =>
        Assert.Equal(kinds, Of(criterion).Kinds.Count);

    [Theory]
    [InlineData("R6.1", "embassy commercial-attache iran-chamber chamber-of-cooperatives")]
    [InlineData("R6.7", "embassy commercial-attache iran-chamber chamber-of-cooperatives")]
    [InlineData("R6.5", "standards-organization")]
    [InlineData("R6.13", "country-desk")]
    public void Who_may_endorse(string criterion, string bodies) =>
        Assert.Equal(bodies, string.Join(' ', Of(criterion).Demands.EndorsedBy!.Bodies));

    /// <summary>S.a speaks of the other document: its rule is one of this one by a reading only.</summary>
    [Fact]
    public void The_Trade_Promotion_Organization_endorses_by_a_reading_only()
    {
        Assert.All(Endorsements(Book), e => Assert.Empty(e.WithoutMission));

        var other = Repository
            .LoadShipped(Repository.ShippedText, ("mission-less-countries", "tpo-endorses"))
            .Rulebook!;

        Assert.Equal(
            ["R6.1", "R6.7"],
            other
                .Criteria.Where(c => c.Acceptance?.Demands.EndorsedBy?.WithoutMission.Count > 0)
                .Select(c => c.Id)
        );
        Assert.Equal(Book.Criteria.Select(c => c.Key), other.Criteria.Select(c => c.Key));
        Assert.NotEqual(Book.Hash, other.Hash, StringComparer.Ordinal);
    }

    /// <summary>R5.1: a card valid in 1401, asked of a membership and not of course certificates. R6.5: valid to the end of 1401.</summary>
    [Fact]
    public void When_it_must_be_in_force()
    {
        var association = Of("R5.1").Kinds.ToDictionary(k => k.Id, StringComparer.Ordinal);
        Assert.Equal(
            new EvidenceValidity(1401, ToItsEnd: false),
            association["association-membership"].Demands.Valid
        );
        Assert.Equal(
            new EvidenceValidity(1401, ToItsEnd: false),
            association["joint-chamber-membership"].Demands.Valid
        );
        Assert.Null(association["course-certificate"].Demands.Valid);
        Assert.Equal(
            ["iran-chamber", "chamber-of-cooperatives"],
            association["association-membership"].Demands.Under
        );
        Assert.Equal(new EvidenceValidity(1401, ToItsEnd: true), Of("R6.5").Demands.Valid);
    }

    [Theory]
    [InlineData("R3.3", "vice-presidency-for-science ministry-office")]
    [InlineData("R6.8", "customs")]
    public void Who_is_asked(string criterion, string bodies) =>
        Assert.Equal(bodies, string.Join(' ', Of(criterion).Demands.Inquiries.Select(i => i.Of)));

    [Fact]
    public void New_production_lines_are_asked_of_associations_and_the_ministry()
    {
        var line = Of("R3.4").Kinds.Single(k => k.Demands.Inquiries.Count > 0);

        Assert.Equal("production-line", line.Id);
        Assert.Equal(
            ["specialised-association", "ministry-office"],
            line.Demands.Inquiries.Select(i => i.Of)
        );
    }

    /// <summary>Country, name and date make an attendance; what is handed on as an item carries name and date.</summary>
    [Theory]
    [InlineData("R6.10")]
    [InlineData("R6.11")]
    public void An_attendance_has_country_name_and_date(string criterion)
    {
        var acceptance = Of(criterion);

        Assert.Equal(
            [EvidenceField.Country, EvidenceField.Name, EvidenceField.Date],
            acceptance.Demands.Fields
        );
        Assert.Equal([EvidenceField.Name, EvidenceField.Date], acceptance.Item);
        Assert.Equal(1401, acceptance.Demands.HeldIn);
    }

    [Fact]
    public void Packaging_is_shown_in_the_language_of_the_country() =>
        Assert.True(Assert.Single(Of("R6.4").Demands.Documents).InLanguageOfCountry);

    [Fact]
    public void Membership_of_a_registered_consortium_proves_itself()
    {
        var proven = Of("R5.2").Kinds.Where(k => k.Demands.Proof is not null);

        Assert.Equal(1401, Assert.Single(proven).Demands.Proof!.MemberOfConsortiumIn);
    }

    private static Acceptance Of(string criterion) => Book.Criterion(criterion).Acceptance!;

    private static IEnumerable<EvidenceEndorsement> Endorsements(Rulebook book) =>
        book.Criteria.Select(c => c.Acceptance?.Demands.EndorsedBy).OfType<EvidenceEndorsement>();
}

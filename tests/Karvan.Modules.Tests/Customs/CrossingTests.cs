using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A line that two imports have under two firms is nobody's while both are in force.</summary>
public sealed class CrossingTests
{
    private static readonly string One = Numbers.Legal(1);
    private static readonly string Two = Numbers.Legal(2);
    private static readonly string Nobody = Numbers.Legal(9);

    private static string Line(string exporter, string declaration = "A1", int usd = 100) =>
        $"{declaration},1,export,1401/02/03,{exporter},842320,IQ,{usd},10\n";

    [Theory, OnBothDatabases]
    public async Task It_counts_for_neither_and_for_the_other_when_one_is_withdrawn(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (first, firmOne) = await house.Firm("یک", "08", One);
        var (second, firmTwo) = await house.Firm("دو", "08", Two);
        await desk.Import(expert, Line(One) + Line(One, "A2", 7));
        Assert.Equal(107_00, (await desk.Cells(first, firmOne)).Sum(c => c.ValueCents));
        var later = await desk.Import(expert, Line(Two, usd: 30) + Line(Two, "A3", 5));
        Assert.Equal(1, ImportReport.Parse(later.Report!).Crossed);
        Assert.Equal(7_00, (await desk.Cells(first, firmOne)).Sum(c => c.ValueCents));
        Assert.Equal(5_00, (await desk.Cells(second, firmTwo)).Sum(c => c.ValueCents));
        await desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
            expert,
            w => w.Run(later.Id, later.Version, "wrong firm")
        );
        Assert.Equal(107_00, (await desk.Cells(first, firmOne)).Sum(c => c.ValueCents));
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_whom_nobody_knows_takes_no_line_until_he_is_known(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("یک", "08", One);
        await desk.Import(expert, Line(Nobody));
        await desk.Import(expert, Line(One));
        Assert.Single(await desk.Cells(person, firm));
        await house.Firm("نه", "08", Nobody);
        Assert.Empty(await desk.Cells(person, firm));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_read_and_not_committed_takes_no_line(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("یک", "08", One);
        await house.Firm("دو", "08", Two);
        var waiting = await desk.Send(expert, CustomsDesk.Header + Line(Two));
        var read = await desk.Read(expert, waiting);
        await desk.Import(expert, Line(One));
        Assert.Single(await desk.Cells(person, firm));
        // Read before the other was, and still known to share a line with it.
        await desk.Commit(expert, read.Id);
        Assert.Empty(await desk.Cells(person, firm));
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_is_read_otherwise_forgets_what_it_shared(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("یک", "08", One);
        await house.Firm("دو", "08", Two);
        await desk.Import(expert, Line(One));
        var id = await desk.Send(expert, CustomsDesk.Header + Line(Two));
        await desk.Read(expert, id);
        var db = house.As(Actor.System);
        Assert.Equal(2, await db.Set<CustomsCrossing>().CountAsync());
        var discarded = await desk.Look(id);
        await desk.Do<DiscardImport, Outcome<CustomsImport, ImportRefusal>>(
            expert,
            d => d.Run(id, discarded.Version)
        );
        await desk.WorkAll();
        Assert.Equal(0, await db.Set<CustomsCrossing>().CountAsync());
        Assert.Single(await desk.Cells(person, firm));
    }

    [Theory, OnBothDatabases]
    public async Task Imports_of_provinces_that_never_stand_together_are_not_held_against_each_other(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        await desk.Import(await house.Expert("08"), Line(One));
        await desk.Import(await house.Expert("21"), Line(Two), province: "21");
        Assert.False(await house.As(Actor.System).Set<CustomsCrossing>().AnyAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_that_are_read_at_once_by_two_processes_each_knows_the_other(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("یک", "08", One);
        await house.Firm("دو", "08", Two);
        await using var left = new CustomsDesk(house, "left");
        await using var right = new CustomsDesk(house, "right");
        var mine = await left.Send(expert, CustomsDesk.Header + Line(One));
        var theirs = await right.Send(expert, CustomsDesk.Header + Line(Two));
        await Task.WhenAll(left.Read(expert, mine), right.Read(expert, theirs));
        await left.WorkAll();
        await left.Commit(expert, mine);
        Assert.Single(await left.Cells(person, firm));
        await right.Commit(expert, theirs);
        Assert.Empty(await left.Cells(person, firm));
    }
}

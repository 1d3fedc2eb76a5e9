using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A customs file from its first byte to being in force, and out of it again.</summary>
public sealed class ImportTests
{
    private static readonly string Firm = Numbers.Legal(1);
    private static readonly string Unknown = Numbers.Legal(77);

    [Theory, OnBothDatabases]
    public async Task A_file_is_read_reported_committed_and_seen_at_the_firm(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("پویا", "08", Firm);
        var (_, _) = await house.Firm("دور", "21", Numbers.Legal(2));
        var id = await desk.Send(
            expert,
            CustomsDesk.Header
                + $"A1,1,export,1401/02/03,{Firm},08025100,IQ,100.25,10\n"
                + $"A1,2,export,1401/02/03,{Firm},842320,DE,50,2.5\n"
                + $"A1,2,export,1401/02/03,{Firm},842320,DE,50,2.5\n"
                + $"A2,1,import,1400/05/06,{Firm},842320,CN,7,1\n"
                + $"A3,1,export,1401/02/03,{Unknown},842320,CN,9,1\n"
                + $"A4,1,export,1401/02/03,{Numbers.Legal(2)},842320,CN,11,1\n"
                + $"A5,1,export,1401/02/03,{Firm},842320,CN,1,1\n"
                + $"A5,1,export,1401/02/03,{Firm},842320,CN,2,1\n"
                + $"A6,1,export,1401/13/03,{Firm},842320,CN,1,1\n"
        );
        var read = await desk.Read(expert, id);
        Assert.Equal((ImportState.Ready, null), (read.State, read.Fault));
        var report = ImportReport.Parse(read.Report!);
        Assert.Equal(
            (9, 5, 3, 1),
            (report.Read, report.Accepted, report.RejectedLines, report.Duplicates)
        );
        Assert.Equal(
            [new FaultCount("conflict", 2), new FaultCount("bad-date", 1)],
            report.Rejected
        );
        Assert.Equal(
            [
                new FlowYear(false, 1401, 4, 3, 170_25, 14_500),
                new FlowYear(true, 1400, 1, 1, 7_00, 1_000),
            ],
            report.Years
        );
        Assert.Equal(new ExporterCount(1, 3, 150_25), report.Registered);
        Assert.Equal(new ExporterCount(1, 1, 9_00), report.Unknown);
        Assert.Equal(new ExporterCount(1, 1, 11_00), report.Elsewhere);

        // Nothing is seen before it is committed.
        Assert.Empty(await desk.Cells(person, firm));
        await desk.Commit(expert, id);
        var cells = await desk.Cells(person, firm);
        Assert.Equal(
            [
                new TradeCell(false, 1401, "DE", 842320, 1, 50_00, 2_500),
                new TradeCell(false, 1401, "IQ", 80251, 1, 100_25, 10_000),
                new TradeCell(true, 1400, "CN", 842320, 1, 7_00, 1_000),
            ],
            cells.OrderBy(c => c.Import).ThenBy(c => c.Country)
        );
        var lines = await desk.Lines(person, firm);
        Assert.Equal([2, 3, 5], lines.Select(l => l.At.Line.SourceLine).Order());
        Assert.All(lines, l => Assert.Equal((id, "a.csv"), (l.Import.Id, l.Import.FileName)));
    }

    [Theory, OnBothDatabases]
    public async Task Lines_of_an_id_that_nobody_knows_count_when_its_firm_appears(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        await desk.Import(expert, $"A1,1,export,1401/02/03,{Unknown},842320,IQ,100,10\n");
        var (person, firm) = await house.Firm("نو", "08", Unknown);
        Assert.Equal(100_00, (await desk.Cells(person, firm)).Single().ValueCents);
    }

    [Theory, OnBothDatabases]
    public async Task A_provinces_import_does_not_count_for_a_firm_of_another_and_the_countrys_does(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (person, firm) = await house.Firm("دور", "21", Firm);
        var line = $"A1,1,export,1401/02/03,{Firm},842320,IQ,100,10\n";
        await desk.Import(await house.Expert("08"), line);
        Assert.Empty(await desk.Cells(person, firm));
        var organization = await house.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );
        await desk.Import(organization, line, province: null);
        Assert.Single(await desk.Cells(person, firm));
    }

    [Theory, OnBothDatabases]
    public async Task An_import_that_takes_anothers_place_shows_what_differs(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("پویا", "08", Firm);
        var first = await desk.Import(
            expert,
            $"A1,1,export,1401/02/03,{Firm},842320,IQ,100,10\n"
                + $"A2,1,export,1400/02/03,{Firm},842320,IQ,5,10\n"
                + $"A3,1,export,1401/02/03,{Unknown},842320,IQ,1,1\n"
        );
        var second = await desk.Send(
            expert,
            CustomsDesk.Header + $"A1,1,export,1401/02/03,{Firm},842320,IQ,130,10\n"
        );
        var read = await desk.Read(expert, second);
        var report = ImportReport.Parse(read.Report!);
        Assert.Equal(first.Number, report.ComparedWith);
        Assert.Equal([new YearDifference(false, 1401, 101_00, 130_00, 2, 1)], report.Differences);
        var differences = await house
            .As(Actor.System)
            .Set<CustomsDifference>()
            .Where(d => d.ImportId == second)
            .OrderByDescending(d => d.Size)
            .ToListAsync();
        // The year that the second file does not speak of is no difference.
        Assert.Equal(
            [(Firm, 1401, 100_00L, 130_00L), (Unknown, 1401, 1_00L, 0L)],
            differences.Select(d => (d.Exporter, d.SolarYear, d.BeforeCents, d.AfterCents))
        );
        await desk.Commit(expert, second, instead: first.Id);
        var before = await desk.Look(first.Id);
        Assert.Equal((ImportState.Superseded, second), (before.State, before.SupersededById));
        Assert.Equal(130_00, (await desk.Cells(person, firm)).Single().ValueCents);
    }
}

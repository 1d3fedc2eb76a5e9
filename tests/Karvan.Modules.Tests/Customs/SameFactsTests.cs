using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Rules.Facts;
using Karvan.Testing.Databases;
using Karvan.Trade;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>What stands in the database adds up to what <c>karvan score</c> reads from the same files, to the cent.</summary>
public sealed class SameFactsTests
{
    [Theory, OnBothDatabases]
    public async Task Facts_of_the_imports_equal_those_of_the_command_line(Provider provider)
    {
        using var folder = new DemoInput();
        var book = DemoInput.Book;
        var plan = FactPlan.For(book);
        using var read = TradeInput.Read(InputFolder.Find(folder.Folder), book, plan);
        Assert.True(read.AnyRejected);

        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var place = 0;
        foreach (var exporter in read.Facts.Roster.Exporters)
        {
            await house.Firm($"firm {place++}", "08", exporter.Id);
        }
        foreach (var file in folder.Declarations)
        {
            await desk.Commit(expert, await Ready(desk, expert, file));
        }
        var kept = await desk.Do<FactsInForce, TradeFacts>(
            expert,
            facts => facts.Of("08", book, plan, read.Facts.Roster)
        );
        var said = read.Facts.Trade;
        Assert.Equal(said.ExportCents, kept.ExportCents);
        Assert.Equal(said.ExportGrams, kept.ExportGrams);
        Assert.Equal(said.ImportCents, kept.ImportCents);
        Assert.Equal(said.CountryStart, kept.CountryStart);
        Assert.Equal(said.Country, kept.Country);
        Assert.Equal(said.YearsAll, kept.YearsAll);
        Assert.Equal(said.YearsInGroup, kept.YearsInGroup);
        Assert.Equal(said.ClassCents, kept.ClassCents);
        Assert.Equal(said.MarketCents, kept.MarketCents);
        Assert.True(said.ExportCents.SelectMany(y => y).Sum() > 0);
    }

    private static async Task<Guid> Ready(CustomsDesk desk, Actor expert, string file)
    {
        var id = await desk.Send(
            expert,
            await File.ReadAllBytesAsync(file),
            "08",
            Path.GetFileName(file)
        );
        var read = await desk.Read(expert, id);
        Assert.Equal((ImportState.Ready, null), (read.State, read.Fault));
        return id;
    }
}

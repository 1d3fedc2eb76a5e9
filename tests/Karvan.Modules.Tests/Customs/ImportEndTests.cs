using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>Imports out of force, discarded, refused, and many at once.</summary>
public sealed class ImportEndTests
{
    private static readonly string Firm = Numbers.Legal(1);
    private static readonly string Unknown = Numbers.Legal(77);

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_import_is_out_of_force_and_flags_what_rests_on_it(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("پویا", "08", Firm);
        var line = $"A1,1,export,1401/02/03,{Firm},842320,IQ,100,10\n";
        var import = await desk.Import(expert, line);
        var taken = await desk.Do<TakeSnapshot, CustomsSnapshot>(
            expert,
            async take => (await take.Run("08", "ارزیابی")).Value
        );
        Assert.Equal(
            ImportRefusal.NoReason,
            (
                await desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
                    expert,
                    w => w.Run(import.Id, import.Version, " ")
                )
            ).Refused
        );
        var withdrawn = await desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
            expert,
            w => w.Run(import.Id, import.Version, "wrong year")
        );
        Assert.True(withdrawn.Done);
        Assert.Empty(await desk.Cells(person, firm));
        var flagged = await house
            .As(Actor.System)
            .CustomsSnapshots.Include(s => s.Items)
            .SingleAsync(s => s.Id == taken.Id);
        Assert.NotNull(flagged.FlaggedAt);
        Assert.Equal([import.Id], flagged.Items.Select(i => i.ImportId!.Value));
        Assert.Equal(
            ImportRefusal.NotInForce,
            (
                await desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
                    expert,
                    w => w.Run(import.Id, withdrawn.Value.Version, "again")
                )
            ).Refused
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_discarded_import_leaves_its_file_and_nothing_else(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var id = await desk.Send(
            expert,
            CustomsDesk.Header + $"A1,1,export,1401/02/03,{Firm},842320,IQ,100,10\nbad\n"
        );
        var read = await desk.Read(expert, id);
        var db = house.As(Actor.System);
        Assert.True(await db.Set<CustomsBlock>().AnyAsync());
        Assert.True(await db.Set<CustomsRejection>().AnyAsync());
        var discarded = await desk.Do<DiscardImport, Outcome<CustomsImport, ImportRefusal>>(
            expert,
            d => d.Run(id, read.Version)
        );
        Assert.True(discarded.Done);
        await desk.WorkAll();
        Assert.False(await db.Set<CustomsBlock>().AnyAsync());
        Assert.False(await db.Set<CustomsYear>().AnyAsync());
        Assert.False(await db.Set<CustomsRejection>().AnyAsync());
        Assert.True(await db.Set<CustomsFilePart>().AnyAsync());
        Assert.Equal(
            ImportRefusal.NotReady,
            (
                await desk.Do<CommitImport, Outcome<CustomsImport, ImportRefusal>>(
                    expert,
                    c => c.Run(id, discarded.Value.Version, null)
                )
            ).Refused
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_cannot_be_used_says_why_and_can_be_mapped_otherwise(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var id = await desk.Send(expert, "one,two\n1,2\n");
        var read = await desk.Read(expert, id);
        Assert.Equal(ImportState.Unusable, read.State);
        Assert.Contains("declaration_no", read.Fault, StringComparison.Ordinal);
        var again = await desk.Read(expert, id);
        Assert.Equal(ImportState.Unusable, again.State);
    }

    [Theory, OnBothDatabases]
    public async Task Who_commits_over_an_older_page_is_refused(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var id = await desk.Send(
            expert,
            CustomsDesk.Header + $"A1,1,export,1401/02/03,{Firm},842320,IQ,100,10\n"
        );
        var read = await desk.Read(expert, id);
        Assert.Equal(
            ImportRefusal.Stale,
            (
                await desk.Do<CommitImport, Outcome<CustomsImport, ImportRefusal>>(
                    expert,
                    c => c.Run(id, read.Version - 1, null)
                )
            ).Refused
        );
        Assert.Equal(
            ImportRefusal.NotFound,
            (
                await desk.Do<CommitImport, Outcome<CustomsImport, ImportRefusal>>(
                    await house.Expert("21"),
                    c => c.Run(id, read.Version, null)
                )
            ).Refused
        );
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_who_commit_at_once_each_import_gets_a_place_of_its_own(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var read = new List<CustomsImport>();
        for (var n = 0; n < 6; n++)
        {
            var id = await desk.Send(
                expert,
                CustomsDesk.Header + $"A{n},1,export,1401/02/03,{Firm},842320,IQ,100,10\n"
            );
            read.Add(await desk.Read(expert, id));
        }
        await Task.WhenAll(
            read.SelectMany(i => new[] { i, i })
                .Select(i =>
                    desk.Do<CommitImport, Outcome<CustomsImport, ImportRefusal>>(
                        expert,
                        c => c.Run(i.Id, i.Version, null)
                    )
                )
        );
        var places = await house
            .As(Actor.System)
            .CustomsImports.Select(i => i.Sequence!.Value)
            .Order()
            .ToListAsync();
        Assert.Equal([1, 2, 3, 4, 5, 6], places);
    }
}

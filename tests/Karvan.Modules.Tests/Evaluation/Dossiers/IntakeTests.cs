using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Platform.Authorization;
using Karvan.Platform.Sealing;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation.Dossiers;

/// <summary>The intake log: numbers without gaps under any number of hands, and nothing dropped or altered unseen.</summary>
public sealed class IntakeTests
{
    private const int Firms = 12;

    [OnBothDatabases]
    [Theory]
    public async Task Those_who_submit_at_once_get_one_number_each(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var begun = new List<(Actor Person, Guid Dossier)>();
        for (var i = 1; i <= Firms; i++)
        {
            var (person, firm) = await desk.Firm(i);
            begun.Add((person, (await desk.Begin(person, firm)).Value.Id));
        }
        // Each twice: of the two one is refused.
        var answers = await Task.WhenAll(
            begun
                .Concat(begun)
                .Select(b => Task.Run(() => desk.Submit(b.Person, b.Dossier, version: 0)))
        );
        Assert.Equal(Firms, answers.Count(a => a.Done));
        Assert.All(
            answers.Where(a => !a.Done),
            a => Assert.True(a.Refused is DossierRefusal.Stale or DossierRefusal.NotDraft)
        );
        var receipts = await house
            .As(Actor.System)
            .DossierReceipts.OrderBy(r => r.Number)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            Enumerable.Range(1, Firms).Select(n => (long)n),
            receipts.Select(r => r.Number)
        );
        foreach (var receipt in receipts)
        {
            Assert.Equal(
                receipt.Root,
                MerkleTree.RootOf(receipt.Leaf, receipt.Number - 1, receipt.Number, receipt.Steps)
            );
            Assert.Equal(ReceiptFinding.Holds, await Check(desk, receipt));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_altered_or_dropped_shows(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var receipts = new List<DossierReceipt>();
        for (var i = 1; i <= 3; i++)
        {
            var (person, firm) = await desk.Firm(i);
            var dossier = (await desk.Begin(person, firm)).Value;
            receipts.Add((await desk.Submit(person, dossier.Id)).Value);
        }
        var db = house.As(Actor.System);
        var cancellation = TestContext.Current.CancellationToken;
        var second = receipts[1].Id;
        await db
            .DossierReceipts.Where(r => r.Id == second)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Content, r => r.Content + " "),
                cancellation
            );
        Assert.Equal(ReceiptFinding.ContentAltered, await Check(desk, await Look(house, second)));
        // The others stand on the hash of the second, not on its content.
        Assert.Equal(ReceiptFinding.Holds, await Check(desk, receipts[2]));
        await db.DossierReceipts.Where(r => r.Id == second).ExecuteDeleteAsync(cancellation);
        Assert.Equal(ReceiptFinding.NotInLog, await Check(desk, receipts[2]));
        Assert.Equal(ReceiptFinding.NotInLog, await Check(desk, receipts[0]));
    }

    private static Task<DossierReceipt> Look(House house, Guid id) =>
        house.As(Actor.System).DossierReceipts.AsNoTracking().SingleAsync(r => r.Id == id);

    private static Task<ReceiptFinding> Check(DossierDesk desk, DossierReceipt receipt) =>
        desk.Do<IntakeLog, ReceiptFinding>(Actor.System, c => c.Check(receipt));
}

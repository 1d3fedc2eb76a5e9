using Karvan.Cli.Commands;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Rules.Rulebooks;
using Karvan.Testing.Databases;
using Karvan.Trade.Inputs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary><c>karvan campaign</c>: what stands in a database is listed, and exported as input of <c>karvan score</c>.</summary>
public sealed class CampaignCommandTests
{
    private const string Name = "دورهٔ ۱۴۰۲";

    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var db = Databases.Open(connection, WriteGate.Any());
            await Databases.Migrate(db);
        }
    );

    [OnBothDatabases]
    [Theory]
    public async Task A_campaign_is_listed_and_exported(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        var id = await Draft(database.ConnectionString);
        var list = await KarvanProgram.RunHere(
            "campaign",
            "list",
            "--database",
            database.ConnectionString
        );
        Assert.Equal((ExitCode.Good, $"{id:D} draft {Name}\n"), (list.Exit, list.Out));

        using var scratch = new Scratch();
        var export = await Export(database.ConnectionString, id, scratch["c"]);
        Assert.Equal(ExitCode.Good, export.Exit);
        Assert.Contains("nothing was computed", export.Error, StringComparison.Ordinal);
        Assert.Equal(
            [
                "compliance.csv",
                "declarations.csv",
                "evidence.csv",
                "exporters.csv",
                "rulebook.yaml",
            ],
            Directory
                .EnumerateFiles(scratch["c"])
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(Book.Hash, RulebookFile.Load(scratch["c/rulebook.yaml"]).Rulebook!.Hash);

        var again = await Export(database.ConnectionString, id, scratch["c"]);
        Assert.Equal(ExitCode.Unusable, again.Exit);
        Assert.Contains("--out: found something", again.Error, StringComparison.Ordinal);
        var unknown = await Export(database.ConnectionString, Guid.Empty, scratch["d"]);
        Assert.Equal(ExitCode.Unusable, unknown.Exit);
        Assert.Contains("--campaign: found no campaign", unknown.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch["d"]));
    }

    private static Rulebook Book { get; } = RulebookFile.Load(Repository.Rulebook).Rulebook!;

    private static Task<Ran> Export(string database, Guid campaign, string folder) =>
        KarvanProgram.RunHere(
            "campaign",
            "export",
            "--database",
            database,
            "--campaign",
            $"{campaign:D}",
            "--out",
            folder
        );

    private static async Task<Guid> Draft(string connection)
    {
        await using var db = Databases.Open(connection, WriteGate.Any());
        db.SeeAs(Actor.System);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var changes = new Changes(db, TimeProvider.System, new Reactions(services));
        var made = await new DraftCampaign(db, changes, new OnlyBook()).Run(
            new CampaignProfile(
                Name,
                null,
                "08",
                IRulebooks.Pin(Book),
                RankedWithin.Province,
                ReviewMode.One
            )
        );
        return made.Value;
    }

    private sealed class OnlyBook : IRulebooks
    {
        public IReadOnlyList<Rulebook> All => [Book];
    }
}

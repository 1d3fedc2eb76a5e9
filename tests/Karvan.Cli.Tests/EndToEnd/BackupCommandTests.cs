using Karvan.Cli.Commands;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary><c>karvan backup</c> and <c>karvan restore</c> as somebody types them.</summary>
public sealed class BackupCommandTests
{
    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var db = Databases.Open(connection, WriteGate.Any());
            await Databases.Migrate(db);
            db.SeeAs(Actor.System);
            await using var change = await new Changes(
                db,
                TimeProvider.System,
                Reactions.None
            ).Begin(PlatformActs.RunSystem);
            await change.Commit(new Noted("08"));
        }
    );

    private static readonly DatabaseTemplate Empty = new((_, _) => Task.CompletedTask);

    [OnBothDatabases]
    [Theory]
    public async Task A_backup_goes_there_and_back(Provider provider)
    {
        using var scratch = new Scratch();
        await using var database = await Template.CopyAsync(provider);
        await using var target = await Empty.CopyAsync(provider);
        var took = await KarvanProgram.RunHere(
            "backup",
            "--database",
            database.ConnectionString,
            "--out",
            scratch.Folder
        );
        Assert.Equal((ExitCode.Good, ""), (took.Exit, took.Error));
        Assert.Contains("1 events, schema ", took.Out, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(scratch.Folder, "karvan-*Z.backup"));
        string[] restore = ["restore", "--from", file, "--database", target.ConnectionString];
        var restored = await KarvanProgram.RunHere(restore);
        Assert.Equal((ExitCode.Good, ""), (restored.Exit, restored.Error));
        Assert.EndsWith(
            "96 chains, 1 events, 1 heads as in the backup\nevery chain holds\n",
            restored.Out.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        var again = await KarvanProgram.RunHere(restore);
        Assert.Equal(ExitCode.Unusable, again.Exit);
        Assert.Contains("say --replace", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--database")]
    public async Task What_is_missing_is_told(string missing)
    {
        using var scratch = new Scratch();
        string[] all = ["--database", scratch["no.db"], "--out", scratch["one.backup"]];
        var at = Array.IndexOf(all, missing);
        var ran = await KarvanProgram.RunHere(["backup", .. all[..at], .. all[(at + 2)..]]);
        Assert.Equal(ExitCode.Unusable, ran.Exit);
        Assert.Contains(missing, ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(scratch.Folder));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        using var scratch = new Scratch();
        var ran = await KarvanProgram.RunHere(
            "backup",
            "--database",
            scratch["no.db"],
            "--out",
            scratch["one.backup"]
        );
        Assert.Equal(ExitCode.Unusable, ran.Exit);
        Assert.Contains("no.db: found no such file", ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(scratch.Folder));
    }
}

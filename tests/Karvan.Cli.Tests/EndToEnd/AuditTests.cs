using Karvan.Cli.Commands;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary><c>karvan audit</c> on a database with three events in one chain.</summary>
public sealed class AuditTests
{
    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var db = Databases.Open(connection, WriteGate.Any());
            await Databases.Migrate(db);
            db.SeeAs(Actor.System);
            for (var i = 0; i < 3; i++)
            {
                await using var change = await new Changes(
                    db,
                    TimeProvider.System,
                    Reactions.None
                ).Begin(PlatformActs.RunSystem);
                await change.Commit(new Noted("08"));
            }
        }
    );

    [OnBothDatabases]
    [Theory]
    public async Task A_record_that_holds_is_good(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        var ran = await KarvanProgram.RunHere(
            "audit",
            "verify",
            "--database",
            database.ConnectionString
        );
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));
        // Two bodies and what both share, each with 31 provinces and the country.
        Assert.StartsWith("96 chains, 3 events", ran.Out, StringComparison.Ordinal);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_changed_row_is_told_with_its_chain_and_place(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        await Do(
            database,
            "UPDATE \"AuditEvents\" SET \"AuthorName\" = 'nobody' WHERE \"Number\" = 2"
        );
        var ran = await KarvanProgram.RunHere(
            "audit",
            "verify",
            "--database",
            database.ConnectionString
        );
        Assert.Equal(ExitCode.BrokenChain, ran.Exit);
        Assert.Contains("chain Shared/08, event 2: found ", ran.Error, StringComparison.Ordinal);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Heads_that_were_kept_show_a_chain_that_was_cut(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        var heads = await KarvanProgram.RunHere(
            "audit",
            "heads",
            "--database",
            database.ConnectionString
        );
        var lines = heads.Out.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal("chain,number,hash", lines[0]);
        Assert.StartsWith("Shared/08,3,", Assert.Single(lines[1..]), StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, heads.Out, TestContext.Current.CancellationToken);
            await Do(database, "DELETE FROM \"AuditEvents\" WHERE \"Number\" = 3");
            await Do(
                database,
                "UPDATE \"AuditChains\" SET \"Length\" = 2, \"Head\" = (SELECT \"Hash\" FROM \"AuditEvents\" WHERE \"Number\" = 2) WHERE \"Key\" = 'Shared/08'"
            );
            string[] verify = ["audit", "verify", "--database", database.ConnectionString];
            Assert.Equal(ExitCode.Good, (await KarvanProgram.RunHere(verify)).Exit);
            var ran = await KarvanProgram.RunHere([.. verify, "--heads", file]);
            Assert.Equal(ExitCode.BrokenChain, ran.Exit);
            Assert.Contains(
                "chain Shared/08, event 3: found 2 events, expected 3 as published",
                ran.Error,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The page that publishes heads writes a mark, a name of the chain, and quotes.</summary>
    [Fact]
    public async Task Heads_as_the_page_writes_them_are_read()
    {
        await using var database = await Template.CopyAsync(Provider.Sqlite);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                $"\uFEFFChain,Name,Events,Hash\r\nShared/08,\"Shared, Alborz\",3,{new string('0', 64)}\r\n",
                TestContext.Current.CancellationToken
            );
            var ran = await KarvanProgram.RunHere(
                "audit",
                "verify",
                "--database",
                database.ConnectionString,
                "--heads",
                file
            );
            Assert.Equal(ExitCode.BrokenChain, ran.Exit);
            Assert.Contains(
                "chain Shared/08, event 3: found ",
                ran.Error,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_made()
    {
        var missing = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.db");
        var ran = await KarvanProgram.RunHere("audit", "verify", "--database", missing);
        Assert.Equal(ExitCode.Unusable, ran.Exit);
        Assert.Contains($"{missing}: found no such file", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
    }

    [Fact]
    public async Task A_database_without_tables_is_refused()
    {
        var empty = Path.GetTempFileName();
        try
        {
            var ran = await KarvanProgram.RunHere("audit", "verify", "--database", empty);
            Assert.Equal(ExitCode.Unusable, ran.Exit);
            Assert.Contains("of another version", ran.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(empty);
        }
    }

    [Fact]
    public async Task A_line_that_is_no_head_is_told()
    {
        await using var database = await Template.CopyAsync(Provider.Sqlite);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                "chain,number,hash\nShared/08,three,abc\n",
                TestContext.Current.CancellationToken
            );
            var ran = await KarvanProgram.RunHere(
                "audit",
                "verify",
                "--database",
                database.ConnectionString,
                "--heads",
                file
            );
            Assert.Equal(ExitCode.Unusable, ran.Exit);
            Assert.Contains(
                "line 2: found 'Shared/08,three,abc'",
                ran.Error,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task Do(TestDatabase database, string sql)
    {
        await using var db = Databases.Open(database.ConnectionString, WriteGate.Any());
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}

using Karvan.Platform.Backups;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Backups;

/// <summary>PostgreSQL's own programs: which are taken, and what they are told.</summary>
public sealed class PostgresProgramsTests
{
    [Fact]
    public async Task Programs_older_than_the_server_are_refused()
    {
        using var desk = new BackupDesk();
        var old = Path.Combine(desk.Folder, "pg_dump");
        await File.WriteAllTextAsync(
            old,
            "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n",
            TestContext.Current.CancellationToken
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        await using var house = await House.On(Provider.Postgres);
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Taking(programs: desk.Folder).Run(house.Connection, desk.File)
        );
        Assert.Contains($"found {old} of version 9 in", refused.Message, StringComparison.Ordinal);
        Assert.Contains(
            "or newer, as the server; install",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(desk.File));
    }

    [Fact]
    public async Task A_folder_without_programs_is_told()
    {
        using var desk = new BackupDesk();
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            new PostgresPrograms(desk.Folder).Find("pg_dump", 15, CancellationToken.None)
        );
        Assert.StartsWith(
            $"found no pg_dump in {desk.Folder}",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told()
    {
        using var desk = new BackupDesk();
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk
                .Taking()
                .Run("Host=127.0.0.1;Port=1;Database=karvan;Username=karvan", desk.File)
        );
        Assert.StartsWith(
            "the database does not open: ",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Host=db;Username=u;Password=p w", "PGPASSWORD", "p w")]
    [InlineData("Host=db;Username=u;Passfile=/etc/pass", "PGPASSFILE", "/etc/pass")]
    [InlineData("Host=db;Username=u", "PGDATABASE", "u")]
    [InlineData("Host=db", "PGPORT", "5432")]
    [InlineData("Host=a,b:6000;Port=7000", "PGHOST", "a,b")]
    [InlineData("Host=a,b:6000;Port=7000", "PGPORT", "7000,6000")]
    [InlineData("Host=[::1]:6000", "PGHOST", "::1")]
    [InlineData("Host=[::1]:6000", "PGPORT", "6000")]
    [InlineData("Host=/run/postgresql", "PGHOST", "/run/postgresql")]
    [InlineData("Host=db;SSL Mode=VerifyFull", "PGSSLMODE", "verify-full")]
    [InlineData("Host=db;SSL Mode=VerifyCA", "PGSSLMODE", "verify-ca")]
    [InlineData("Host=db", "PGSERVICE", null)]
    public void A_connection_string_becomes_environment(
        string connection,
        string name,
        string? expected
    ) => Assert.Equal(expected, PostgresEnvironment.Of(connection)[name]);
}

using System.Data;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Backups;

/// <summary>One state of a PostgreSQL database: the record is read, and the tables are written out, in the same snapshot.</summary>
internal sealed class PostgresBackup(
    string connection,
    PostgresPrograms programs,
    TimeProvider clock
)
{
    private const int Buffer = 1 << 20;

    public async Task<BackupManifest> Write(
        string path,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        await using var db = Databases.Open(connection, WriteGate.Any());
        var server = await PostgresTarget.Ask(db, cancellation);
        var dump = await programs.Find("pg_dump", server.Version, cancellation);
        // Nobody waits for it: it only reads, as if time stood still.
        await using var moment = await db.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellation
        );
        await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellation);
        var snapshot = await db
            .Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"")
            .SingleAsync(cancellation);
        var at = clock.GetUtcNow().UtcDateTime;
        var state = await RecordState.Of(db, watch, cancellation);
        await using var file = new BackupWriter(
            path,
            state.Draft(BackupProviders.Postgres, server.Text, BackupProviders.PostgresContent, at)
        );
        await Dump(dump, server.Schema, snapshot, file.Content, watch, cancellation);
        return await file.Finish(cancellation);
    }

    private async Task Dump(
        string program,
        string schema,
        string snapshot,
        Stream to,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        watch.Begin("copying", "bytes");
        string[] arguments =
        [
            "--format=custom",
            // Tables alone: the schema and who owns it are the business of whoever made the database.
            $"--table=\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\".*",
            "--no-owner",
            "--no-privileges",
            "--no-password",
            $"--snapshot={snapshot}",
        ];
        await using var run = ProgramRun.Start(
            program,
            arguments,
            PostgresEnvironment.Of(connection)
        );
        run.Input.Close();
        var buffer = new byte[Buffer];
        var done = 0L;
        int read;
        while ((read = await run.Output.ReadAsync(buffer, cancellation)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            watch.Report(done += read);
        }
        var good = await run.End(cancellation);
        // An interrupt from the keyboard reaches both programs; ours then says what happened.
        cancellation.ThrowIfCancellationRequested();
        if (!good)
        {
            throw new UnusableBackupException(
                $"pg_dump stopped: {run.Complaint}; nothing was written"
            );
        }
    }
}

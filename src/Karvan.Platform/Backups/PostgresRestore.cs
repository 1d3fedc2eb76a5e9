using System.Globalization;
using System.Text;
using Karvan.Platform.Audit;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Backups;

/// <summary>
/// Into PostgreSQL, in one transaction: old tables go, new ones come, and their record is compared with the backup's before
/// anybody sees them.
/// </summary>
internal sealed class PostgresRestore(
    string connection,
    PostgresPrograms programs,
    IBackupWatch watch
)
{
    private const int Buffer = 1 << 20;

    public async Task<AuditVerdict> Run(
        BackupFile backup,
        bool replace,
        CancellationToken cancellation
    )
    {
        await using var db = Databases.Open(connection, WriteGate.Any());
        var target = await PostgresTarget.Ask(db, cancellation);
        RefuseOccupied(target, replace);
        var unpack = await programs.Find("pg_restore", target.Version, cancellation);
        var write = await programs.Find("psql", target.Version, cancellation);
        await backup.Verify(watch, cancellation);
        await Write(backup, target, unpack, write, cancellation);
        watch.Begin("computing the chains of the record anew");
        // It is written: an interrupt now would only leave unsaid whether it holds.
        var verdict = await new AuditVerification(db).Run(
            backup.Manifest.Heads,
            CancellationToken.None
        );
        // What the planner knows of the tables is not in a backup.
        await Databases.Analyze(db, CancellationToken.None);
        return verdict;
    }

    private static void RefuseOccupied(PostgresTarget target, bool replace)
    {
        if (target.Tables.Count == 0)
        {
            return;
        }
        if (!replace)
        {
            throw new UnusableBackupException(
                $"the database: found {target.Tables.Count} tables in the schema {target.Schema}, expected none; name an empty database, or say --replace"
            );
        }
        if (!target.IsKarvan)
        {
            throw new UnusableBackupException(
                $"the database: found tables that are not Karvan's in the schema {target.Schema}, expected a database of Karvan; --replace takes the place of nothing else"
            );
        }
    }

    private async Task Write(
        BackupFile backup,
        PostgresTarget target,
        string unpackProgram,
        string writeProgram,
        CancellationToken cancellation
    )
    {
        watch.Begin("restoring", "bytes", backup.Manifest.Length);
        var environment = PostgresEnvironment.Of(connection);
        await using var unpack = ProgramRun.Start(
            unpackProgram,
            ["--no-owner", "--no-privileges", "--file=-"],
            environment
        );
        await using var write = ProgramRun.Start(
            writeProgram,
            [
                "--no-psqlrc",
                "--quiet",
                "--no-password",
                "--set=ON_ERROR_STOP=1",
                "--output=/dev/null",
            ],
            environment
        );
        var said = write.Output.CopyToAsync(Stream.Null, cancellation);
        var feeding = Feed(backup, unpack, cancellation);
        try
        {
            await Say(write, Before(target), cancellation);
            await unpack.Output.CopyToAsync(write.Input, cancellation);
            await feeding;
            if (!await unpack.End(cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                throw Stopped("pg_restore", unpack);
            }
            cancellation.ThrowIfCancellationRequested();
            await Say(write, After(backup.Manifest, target), CancellationToken.None);
            write.Input.Close();
        }
        catch (IOException)
        {
            // Whoever reads went away and says why; without the last words nothing is committed.
            cancellation.ThrowIfCancellationRequested();
        }
        if (!await write.End(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            throw Stopped("psql", write);
        }
        await said;
    }

    private async Task Feed(BackupFile backup, ProgramRun unpack, CancellationToken cancellation)
    {
        try
        {
            var content = backup.Content();
            var buffer = new byte[Buffer];
            var done = 0L;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                await unpack.Input.WriteAsync(buffer.AsMemory(0, read), cancellation);
                watch.Report(done += read);
            }
            unpack.Input.Close();
        }
        catch (IOException)
        {
            // It went away and says why.
        }
    }

    private static async Task Say(ProgramRun run, string sql, CancellationToken cancellation)
    {
        await run.Input.WriteAsync(Encoding.UTF8.GetBytes(sql), cancellation);
        await run.Input.FlushAsync(cancellation);
    }

    private static string Before(PostgresTarget target)
    {
        var drop =
            target.Tables.Count == 0 ? "" : $"DROP TABLE {string.Join(", ", target.Tables)};\n";
        return $"BEGIN;\nSET client_min_messages = warning;\n{drop}";
    }

    /// <summary>The heads of the record as the backup names them, or nothing is committed.</summary>
    private static string After(BackupManifest manifest, PostgresTarget target)
    {
        var heads = string.Join(
            ", ",
            manifest
                .Heads.Append(new ChainHead("", 0, AuditChain.Zero))
                .Select(h =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"({Literal(h.Chain)}, {h.Number}, {Literal(h.Hash)})"
                    )
                )
        );
        var schema = Literal(target.Schema);
        return $"""

            SELECT set_config('search_path', quote_ident({schema}), false);
            DO $check$ BEGIN
              IF (SELECT count(*) FROM "AuditEvents") <> {manifest.Events} THEN
                RAISE EXCEPTION 'the number of events is not that of the backup';
              END IF;
              IF EXISTS (SELECT FROM (VALUES {heads}) AS h (k, n, x) LEFT JOIN "AuditChains" c ON c."Key" = h.k
                WHERE h.k <> '' AND (c."Length" IS DISTINCT FROM h.n OR c."Head" IS DISTINCT FROM h.x)) THEN
                RAISE EXCEPTION 'the heads of the record are not those of the backup';
              END IF;
            END $check$;
            COMMIT;

            """;
    }

    private static string Literal(string text) =>
        $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static UnusableBackupException Stopped(string program, ProgramRun run) =>
        new($"{program} stopped: {run.Complaint}; nothing was written");
}

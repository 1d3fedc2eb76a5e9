using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Karvan.Platform.Persistence;

/// <summary>
/// Many rows at once into one table, past the change tracker and inside the open transaction: COPY on PostgreSQL, one
/// prepared statement on SQLite. Only for rows that are no record of anybody's decision.
/// </summary>
public abstract class BulkRows : IAsyncDisposable
{
    /// <param name="columns">Each row gives a value a column, in this order; never null.</param>
    public static async Task<BulkRows> Into(KarvanContext db, string table, params string[] columns)
    {
        var transaction =
            db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Rows in bulk are written in a transaction.");
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            return new Copy(
                await postgres.BeginBinaryImportAsync(
                    $"""COPY "{table}" ({names}) FROM STDIN (FORMAT BINARY)"""
                )
            );
        }
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return new Prepared(
            connection,
            transaction.GetDbTransaction(),
            table,
            names,
            columns.Length
        );
    }

    public abstract Task Add(params object[] values);

    /// <summary>Without it nothing is written on PostgreSQL.</summary>
    public abstract Task Complete();

    public abstract ValueTask DisposeAsync();

    private sealed class Copy(NpgsqlBinaryImporter importer) : BulkRows
    {
        public override async Task Add(params object[] values)
        {
            await importer.StartRowAsync();
            foreach (var value in values)
            {
                await importer.WriteAsync(value);
            }
        }

        public override async Task Complete() => await importer.CompleteAsync();

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }

    private sealed class Prepared : BulkRows
    {
        private readonly SqliteCommand command;

        public Prepared(
            SqliteConnection connection,
            DbTransaction transaction,
            string table,
            string names,
            int columns
        )
        {
            command = connection.CreateCommand();
            command.Transaction = (SqliteTransaction)transaction;
            var places = Enumerable.Range(0, columns).Select(n => $"@{n}").ToList();
            command.CommandText =
                $"""INSERT INTO "{table}" ({names}) VALUES ({string.Join(", ", places)})""";
            foreach (var place in places)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = place });
            }
        }

        public override Task Add(params object[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }
            // SQLite works in this process: there is nothing to wait for.
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public override Task Complete() => Task.CompletedTask;

        public override ValueTask DisposeAsync() => command.DisposeAsync();
    }
}

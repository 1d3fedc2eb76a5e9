using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>Karvan in one file; one migration set of its own.</summary>
public sealed class SqliteKarvanContext(
    DbContextOptions<SqliteKarvanContext> options,
    WriteGate gate
) : KarvanContext(options, gate);

/// <summary>Karvan on PostgreSQL; the same tables, with migrations of the same names.</summary>
public sealed class PostgresKarvanContext(
    DbContextOptions<PostgresKarvanContext> options,
    WriteGate gate
) : KarvanContext(options, gate);

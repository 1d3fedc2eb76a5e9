using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Persistence;

/// <summary>Karvan in one file; one migration set of its own.</summary>
public sealed class SqliteKarvanContext(
    DbContextOptions<SqliteKarvanContext> options,
    Writers writers
) : KarvanContext(options, writers);

/// <summary>Karvan on PostgreSQL; the same tables, with migrations of the same names.</summary>
public sealed class PostgresKarvanContext(
    DbContextOptions<PostgresKarvanContext> options,
    Writers writers
) : KarvanContext(options, writers);

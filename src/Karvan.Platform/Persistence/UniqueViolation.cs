using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Karvan.Platform.Persistence;

/// <summary>Tells a unique index that refused from every other fault of saving.</summary>
public static class UniqueViolation
{
    /// <summary>SQLITE_CONSTRAINT_UNIQUE.</summary>
    private const int SqliteUnique = 2067;

    public static bool Is(DbUpdateException fault) =>
        fault.InnerException
            is SqliteException { SqliteExtendedErrorCode: SqliteUnique }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}

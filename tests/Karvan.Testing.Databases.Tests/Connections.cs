using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Karvan.Testing.Databases.Tests;

internal static class Connections
{
    public static DbConnection Of(string connectionString, Provider provider) =>
        provider == Provider.Sqlite
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(connectionString);
}

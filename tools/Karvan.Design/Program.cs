using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace Karvan.Design;

/// <summary>Nothing to run: `dotnet ef` looks here for how to make the contexts. See the script beside this file.</summary>
internal static class Program
{
    private static void Main() { }
}

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteKarvanContext>
{
    public SqliteKarvanContext CreateDbContext(string[] args) =>
        (SqliteKarvanContext)Databases.Open("Data Source=:memory:", WriteGate.Any());
}

internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresKarvanContext>
{
    public PostgresKarvanContext CreateDbContext(string[] args) =>
        (PostgresKarvanContext)Databases.Open("Host=nowhere", WriteGate.Any());
}

using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>What Karvan adds to a connection string of PostgreSQL, and that whoever wrote it has the last word.</summary>
public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db;Database=karvan", 200, true)]
    [InlineData("Host=db;Max Auto Prepare=0", 0, true)]
    [InlineData("Host=db;MaxAutoPrepare=7;No Reset On Close=false", 7, false)]
    public void What_is_said_counts_and_the_rest_is_ours(
        string connection,
        int prepared,
        bool unreset
    )
    {
        using var db = Databases.Open(connection, WriteGate.Any());
        var used = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        Assert.Equal(
            ("db", prepared, unreset),
            (used.Host, used.MaxAutoPrepare, used.NoResetOnClose)
        );
    }
}

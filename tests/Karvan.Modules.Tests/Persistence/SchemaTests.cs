using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

public sealed class SchemaTests
{
    private static readonly DatabaseTemplate Nothing = new((_, _) => Task.CompletedTask);

    /// <summary>The last migration knows the whole model, and what all of them made is what the model would make at once.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_migrations_make_what_the_model_says(Provider provider)
    {
        await using var house = await House.On(provider);
        Assert.False(house.As(Actor.System).Database.HasPendingModelChanges());
        await using var fresh = await Nothing.CopyAsync(provider);
        await using (var db = Databases.Open(fresh.ConnectionString, WriteGate.Any()))
        {
            await db.Database.EnsureCreatedAsync();
        }
        var (made, said) = (await TableShapes.Of(house.Database), await TableShapes.Of(fresh));
        Assert.True(said.Count > 300, $"{said.Count} columns and indexes");
        Assert.Empty(made.Except(said));
        Assert.Empty(said.Except(made));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Migrating_twice_does_nothing(Provider provider)
    {
        await using var house = await House.On(provider);
        var db = house.As(Actor.System);
        var chains = await db.AuditChains.CountAsync();
        await Databases.Migrate(db);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        // Three bodies, each with 31 provinces and the whole country.
        Assert.Equal((96, 96), (chains, await db.AuditChains.CountAsync()));
    }

    [Fact]
    public void Both_databases_have_migrations_of_the_same_names()
    {
        using var sqlite = Databases.Open("Data Source=:memory:", WriteGate.Any());
        using var postgres = Databases.Open("Host=nowhere", WriteGate.Any());
        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.Equal(Names(sqlite), Names(postgres));
    }

    private static IEnumerable<string> Names(KarvanContext db) =>
        db
            .Database.GetMigrations()
            .Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}

using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace Karvan.Testing.Databases.Tests;

public sealed class OnBothDatabasesTests
{
    [Theory]
    [OnBothDatabases("a", 1)]
    [OnBothDatabases("bb", 2)]
    public void Values_follow_the_provider(Provider provider, string text, int length)
    {
        Assert.True(Enum.IsDefined(provider));
        Assert.Equal(length, text.Length);
    }

    [Fact]
    public async Task Every_provider_gets_the_values()
    {
        Assert.Equal(
            [
                [Provider.Sqlite],
                [Provider.Postgres],
            ],
            await RowsAsync(new())
        );
        Assert.Equal(
            [
                [Provider.Sqlite, "a", 1],
                [Provider.Postgres, "a", 1],
            ],
            await RowsAsync(new("a", 1))
        );
    }

    [Fact]
    public async Task A_null_is_a_value_too() =>
        Assert.Equal(
            [
                [Provider.Sqlite, null],
                [Provider.Postgres, null],
            ],
            await RowsAsync(new(null))
        );

    private static async Task<IEnumerable<object?[]>> RowsAsync(OnBothDatabasesAttribute attribute)
    {
        await using var tracker = new DisposalTracker();
        var rows = await attribute.GetData((MethodInfo)MethodBase.GetCurrentMethod()!, tracker);
        return rows.Select(r => r.GetData());
    }
}

using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>How many there are is the same, whichever page is looked at.</summary>
public sealed class PageTotalTests
{
    private static readonly string[] Numbers = ["10380284790", "0499370899", "10861123451"];

    [OnBothDatabases]
    [Theory]
    public async Task Every_page_says_how_many_there_are(Provider provider)
    {
        await using var house = await House.On(provider);
        foreach (var number in Numbers)
        {
            await house.Firm("پسته", "08", number);
        }
        var search = new EnterpriseSearch(house.As(await house.Expert("08")));
        var asked =
            from size in Enumerable.Range(1, 4)
            from skip in Enumerable.Range(0, 6)
            select (skip, size);
        foreach (var (skip, size) in asked)
        {
            var (rows, total) = await search.Rows(new EnterpriseQuery()).Page(skip, size);
            Assert.Equal(Numbers.Length, total);
            Assert.Equal(Math.Clamp(Numbers.Length - skip, 0, size), rows.Count);
        }
        Assert.Equal(0, (await search.Rows(new EnterpriseQuery("زعفران")).Page()).Total);
    }
}

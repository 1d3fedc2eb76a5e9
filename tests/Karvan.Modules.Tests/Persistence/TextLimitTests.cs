using Karvan.Platform.Fields;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

public sealed class TextLimitTests
{
    /// <summary>SQLite knows no lengths, and says the same as PostgreSQL all the same.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_text_longer_than_its_column_is_not_saved(Provider provider)
    {
        await using var house = await House.On(provider);
        var fits = new string('ن', Lengths.Name);
        await house.Firm(fits, "08", "10380284790");
        var thrown = await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            house.Firm(fits + "ن", "08", "0499370899")
        );
        Assert.Contains("Enterprise.NameFa holds 200", thrown.Message, StringComparison.Ordinal);
    }
}

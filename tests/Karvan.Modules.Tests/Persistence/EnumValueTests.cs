using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>A member of an enum is named; a number, whether or not it stands for one, is no name.</summary>
public sealed class EnumValueTests
{
    [Theory]
    [InlineData("Auditor", Role.Auditor)]
    [InlineData("auditor", null)]
    [InlineData("3", null)]
    [InlineData("7", null)]
    [InlineData("-1", null)]
    [InlineData("Auditor,Administrator", null)]
    [InlineData(" Auditor", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void It_is_read_by_its_name_alone(string? text, Role? expected) =>
        Assert.Equal(expected, EnumNames.Of<Role>(text));

    /// <summary>Whatever let it through: it is not kept, since every page that shows it would break.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task One_without_a_name_is_not_saved(Provider provider)
    {
        await using var house = await House.On(provider);
        var thrown = await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            house.Somebody(p => Grant.OfStaff(p, (Role)77, Body.Shared, Provinces.Country))
        );
        Assert.Contains("Grant.Role was given 77", thrown.Message, StringComparison.Ordinal);
    }
}

using Karvan.Platform.Accounts;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>What is tried first is no password, however it is dressed up; what people can remember is one.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd1404")]
    [InlineData("qwertyuiop12")]
    [InlineData("poiuytrewq99")]
    [InlineData("123456789012")]
    [InlineData("۱۲۳۴۵۶۷۸۹۰۱۲")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("ababababab12")]
    [InlineData("Esteghlal1404")]
    [InlineData("khodaya12345")]
    [InlineData("گذرواژه۱۴۰۴۱۴۰۴")]
    [InlineData("iloveyou2026!!")]
    [InlineData("1qaz2wsx3edc4rfv")]
    public void What_is_tried_first_is_refused(string password) =>
        Assert.True(CommonPasswords.IsCommon(password));

    [Theory]
    [InlineData("چهار واژهٔ پشت هم")]
    [InlineData("a long pass phrase")]
    [InlineData("blue-kettle 7 walnuts")]
    [InlineData("بازار صبح جمعه")]
    public void What_people_can_remember_is_taken(string password) =>
        Assert.False(CommonPasswords.IsCommon(password));

    [Theory]
    [InlineData("Shirin-1370-Rostami")]
    [InlineData("rostami rostami 1")]
    [InlineData("shirin.r is my name")]
    [InlineData("short words")]
    public async Task Ones_own_name_and_address_are_refused_and_so_is_what_is_short(string password)
    {
        await using var desk = await Desk.On(Provider.Sqlite);
        Assert.Equal(
            [SignUpRefusal.PasswordTooWeak],
            await desk.The<SignUp>()
                .Run("Shirin Rostami", "shirin.r@example.org", null, password, "en")
        );
    }

    [Fact]
    public async Task What_is_longer_than_anybody_types_is_refused()
    {
        await using var desk = await Desk.On(Provider.Sqlite);
        var parts = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i}-xyz "));
        Assert.Equal(
            [SignUpRefusal.PasswordTooWeak],
            await desk.The<SignUp>().Run("نام", "a@example.org", null, parts, "en")
        );
    }

    [Fact]
    public async Task Who_signs_up_is_told_all_that_is_wrong()
    {
        await using var desk = await Desk.On(Provider.Sqlite);
        Assert.Equal(
            [SignUpRefusal.NameMissing, SignUpRefusal.EmailWrong, SignUpRefusal.PasswordTooWeak],
            await desk.The<SignUp>().Run(" ", "a@", null, "short", "fa")
        );
    }
}

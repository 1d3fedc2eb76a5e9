using Xunit;

namespace Karvan.Architecture.Tests;

/// <summary>Every rule is held against the repository, and against a sample that must break it.</summary>
public sealed class SourceTests
{
    [Fact]
    public void Files_are_short() => AssertNone(SourceRules.TooLong, "src", "tests", "bench");

    [Fact]
    public void A_long_file_is_noticed() =>
        Assert.NotEmpty(SourceRules.TooLong(new string('\n', SourceRules.MostLines + 1)));

    [Fact]
    public void Names_say_what_a_type_does() =>
        AssertNone(SourceRules.EmptyNames, "src", "tests", "bench");

    [Theory]
    [InlineData("public sealed class ScoreManager { }", "ScoreManager")]
    [InlineData("internal record struct TradeData(int A);", "TradeData")]
    public void An_empty_name_is_noticed(string sample, string name) =>
        Assert.Equal([name], SourceRules.EmptyNames(sample));

    [Fact]
    public void No_solar_year_stands_in_code() => AssertNone(SourceRules.SolarYears, "src");

    [Theory]
    [InlineData("if (year == 1402) return 1;", "1402")]
    [InlineData("var years = new[] { 1399, x };", "1399")]
    public void A_solar_year_is_noticed(string sample, string year) =>
        Assert.Equal([year], SourceRules.SolarYears(sample));

    [Fact]
    public void Rules_touch_nothing_outside() =>
        AssertNone(SourceRules.OutsideWorld, "src/Karvan.Rules");

    [Theory]
    [InlineData("var text = File.ReadAllText(path);", "File.ReadAllText")]
    [InlineData("Console.WriteLine(1);", "Console.WriteLine")]
    public void Touching_the_outside_is_noticed(string sample, string found) =>
        Assert.Equal([found], SourceRules.OutsideWorld(sample));

    [Fact]
    public void Scoring_and_adding_up_know_no_floating_point() =>
        AssertNone(
            SourceRules.FloatingPoint,
            "src/Karvan.Rules",
            "src/Karvan.Trade/AddingUp",
            "src/Karvan.Trade/Declarations",
            "src/Karvan.Trade/Fields",
            "src/Karvan.Trade/Inputs"
        );

    [Theory]
    [InlineData("double share = a / b;", "double")]
    [InlineData("var x = Math.Pow(2, 3);", "Math.Pow")]
    public void Floating_point_is_noticed(string sample, string found) =>
        Assert.Equal([found], SourceRules.FloatingPoint(sample));

    private static void AssertNone(Func<string, IEnumerable<string>> rule, params string[] folders)
    {
        var files = SourceFiles.Under(folders);
        Assert.NotEmpty(files);
        Assert.Empty(
            files.SelectMany(f => rule(SourceFiles.Text(f)).Select(found => $"{f}: {found}"))
        );
    }
}

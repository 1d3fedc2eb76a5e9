using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Whether a profile fits a file: said before reading, and refused while reading.</summary>
public sealed class CheckTests : IDisposable
{
    private static readonly string Names = string.Join(';', OneLine.Names);
    private const string Row = "A-1;1;export;2021-05-04;10100000006;080251;DE;100;USD;1";

    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_profile_that_fits() =>
        Assert.Empty(Check(Names + "\n" + Row + "\n", OneLine.Profile));

    [Fact]
    public void Missing_and_repeated_columns()
    {
        var text = Names.Replace("weight", "mass").Replace("hs", "id") + "\n" + Row + "\n";
        Assert.Equal(
            [
                new(ProfileProblemKind.ColumnTwice, Target.Exporter, "'id'"),
                new(ProfileProblemKind.ColumnMissing, Target.HsCode, "'hs'"),
                new ProfileProblem(ProfileProblemKind.ColumnMissing, Target.Weight, "'weight'"),
            ],
            Check(text, OneLine.Profile)
        );
        Assert.StartsWith(
            "lines.csv:1: found the column 'id' more than once, expected it once",
            Refusal(text, OneLine.Profile)
        );
        var placed = OneLine.Profile with
        {
            Exporter = new(new("id", 4)),
            HsCode = new(new("id", 5)),
            Weight = new(new("mass"), new()),
        };
        Assert.Empty(Check(text, placed));
        Assert.Equal("080251", Assert.Single(folder.Read(text, placed).Lines).HsCode);
        var elsewhere = placed with { HsCode = new(new("id", 6)) };
        Assert.Equal(
            [new ProfileProblem(ProfileProblemKind.OtherName, Target.HsCode, "'id'")],
            Check(text, elsewhere)
        );
        Assert.StartsWith(
            "lines.csv:1: found another name than 'id' in place 7, expected",
            Refusal(text, elsewhere)
        );
        Assert.Contains(
            "found no 'weight' among 'decl', 'line',",
            Refusal(Names.Replace("weight", "mass") + "\n" + Row, OneLine.Profile)
        );
    }

    [Fact]
    public void Columns_without_a_name_go_by_their_place()
    {
        var text = Names.Replace("country", "") + "\n" + Row + "\n";
        var profile = OneLine.Profile with { Country = new("", 6) };
        Assert.Empty(Check(text, profile));
        Assert.Equal("DE", Assert.Single(folder.Read(text, profile).Lines).Country);
        Assert.StartsWith(
            "lines.csv:1: found no column 31 among",
            Refusal(text, OneLine.Profile with { Country = new("", 30) })
        );
    }

    [Fact]
    public void One_column_for_two_targets() =>
        Assert.Equal(
            [new ProfileProblem(ProfileProblemKind.UsedTwice, Target.Weight, "'value'")],
            Check(Names + "\n" + Row, OneLine.Profile with { Weight = new(new("value"), new()) })
        );

    [Fact]
    public void A_substitute_key_may_use_columns_of_other_targets()
    {
        var key = new DeclarationSource(
            [new("date"), new("id")],
            LineNumbering.SubstituteKey,
            ColumnReference.None
        );
        Assert.Empty(Check(Names + "\n" + Row, OneLine.Profile with { Declaration = key }));
    }

    [Fact]
    public void Sources_that_are_not_said()
    {
        var problems = Check(Names + "\n" + Row, new MappingProfile());
        Assert.All(problems, p => Assert.Equal(ProfileProblemKind.NoSource, p.Kind));
        Assert.Equal(
            [.. Enum.GetValues<Target>().Where(t => t is not Target.LineNumber)],
            problems.Select(p => p.Target)
        );
        Assert.StartsWith(
            "lines.csv: found a profile without a source for Country, expected one",
            Refusal(Names + "\n" + Row, OneLine.Profile with { Country = ColumnReference.None })
        );
    }

    [Fact]
    public void Currencies_and_rates()
    {
        var text =
            Names
            + "\n"
            + Row
            + "\n"
            + Row.Replace("USD", "درهم")
            + "\n"
            + Row.Replace("USD", "ریال")
            + "\n"
            + Row.Replace("USD", "؟؟");
        Assert.Equal(
            [
                new(ProfileProblemKind.NoRate, Target.Currency, "AED"),
                new ProfileProblem(ProfileProblemKind.UnknownCurrency, Target.Currency, "؟؟"),
            ],
            Check(text, OneLine.Profile)
        );
        var value = OneLine.Profile.Value with { Currency = "toman" };
        Assert.Empty(Check(text, OneLine.Profile with { Value = value }));
        Assert.Equal(
            [new ProfileProblem(ProfileProblemKind.NoRate, Target.Currency, "IRR")],
            Check(text, OneLine.Profile with { Value = value, Rates = [] })
        );
    }

    [Fact]
    public void A_header_that_is_not_there()
    {
        Assert.StartsWith(
            "lines.csv: found no header in row 9, expected it within",
            Refusal(Names + "\n" + Row, OneLine.Profile with { File = new(Header: new(9)) })
        );
        Assert.StartsWith(
            "lines.csv:2: found a blank row, expected the header there",
            Refusal(Names + "\n\n" + Row, OneLine.Profile with { File = new(Header: new(2)) })
        );
    }

    [Theory]
    [InlineData("sep=;\r\n")]
    [InlineData("Customs of the land\n\n")]
    [InlineData("A;title;of;cells\n")]
    public void The_header_is_found_below_other_rows(string above)
    {
        var profile = OneLine.Profile with { File = new() };
        var read = folder.Read(above + Names + "\r\n" + Row + "\r\n", profile);
        Assert.Equal(above.Count(c => c == '\n') + 2, Assert.Single(read.Lines).Source);
    }

    private IReadOnlyList<ProfileProblem> Check(string text, MappingProfile profile) =>
        MappingCheck.Of(profile, MappedFolder.Preview(folder.Save(text), OneLine.Profile));

    private string Refusal(string text, MappingProfile profile) =>
        Assert.Throws<UnusableInputException>(() => folder.Read(text, profile)).Message;
}

using Karvan.Rules.Facts;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

public sealed class ProfileJsonTests
{
    [Fact]
    public void Every_profile_comes_back_as_it_was()
    {
        MappingProfile[] all =
        [
            MappingProfile.Standard,
            OneLine.Profile,
            PersianTable.Profile,
            new(),
            OneLine.Profile with
            {
                File = new(TextEncoding.Windows1256, FieldSeparator.Tab, "Sheet 1", new(7, 3)),
                Declaration = new(
                    [new("", 4), new("a", 0)],
                    LineNumbering.SubstituteKey,
                    ColumnReference.None
                ),
                Flow = new(ColumnReference.None, TradeFlow.Import, [new("b", "import")]),
                Date = new(new("date"), DateCalendar.Gregorian, DateOrder.Mdy),
            },
        ];
        foreach (var profile in all)
        {
            var again = MappingProfile.Parse(profile.ToJson(), out var problems);
            Assert.Empty(problems);
            Assert.Equal(profile, again);
            Assert.Equal(profile.ToJson(), again!.ToJson());
        }
    }

    [Fact]
    public void Equal_profiles_are_equal_text()
    {
        var one = OneLine.Profile with
        {
            Rates =
            [
                new("IRR", [Rate(2022, "1.50"), Rate(2021, "2")]),
                new("EUR", [Rate(2021, "3")]),
            ],
            Flow = new(new("flow"), null, [new("b", "import"), new("a", "export")]),
        };
        var other = OneLine.Profile with
        {
            Rates =
            [
                new("EUR", [Rate(2021, "3.0")]),
                new("IRR", [Rate(2021, "2.00"), Rate(2022, "1.5")]),
            ],
            Flow = new(new("flow"), null, [new("a", "export"), new("b", "import")]),
        };
        Assert.Equal(one.ToJson(), other.ToJson());
        Assert.Equal(one, other);
        Assert.NotEqual(one, OneLine.Profile);
    }

    [Fact]
    public void The_standard_profile_in_writing() =>
        Assert.StartsWith(
            """
            {
              "file": {
                "encoding": "utf-8",
                "separator": "comma",
                "sheet": null,
                "header": {
                  "row": 1,
                  "rows": 1
                }
              },
              "declaration": {
                "columns": [
                  {
                    "name": "declaration_no"
                  }
                ],
                "lines": "column",
                "line": {
                  "name": "line_no"
                }
              },
            """,
            MappingProfile.Standard.ToJson()
        );

    [Theory]
    [InlineData(
        "\"utf-8\"",
        "\"latin\"",
        "file.encoding: found \"latin\", expected auto | utf-8 | utf-16 | windows-1256"
    )]
    [InlineData(
        "\"order\"",
        "\"ordr\"",
        "date.ordr: found an unknown key, expected column, calendar, order"
    )]
    [InlineData(
        "\"order\": \"ymd\"",
        "\"order\": 5",
        "date.order: found 5, expected ymd | dmy | mdy"
    )]
    [InlineData(
        "\"row\": 1",
        "\"row\": 0",
        "file.header.row: found 0, expected a whole number from 1 to 1048576"
    )]
    [InlineData(
        "\"rows\": 1",
        "\"rows\": 9",
        "file.header.rows: found 9, expected a whole number from 1 to 5"
    )]
    [InlineData(
        "\"USD\"",
        "\"dollar\"",
        "value.currency: found \"dollar\", expected three capital letters, or toman"
    )]
    [InlineData(
        "\"decimal\": \".\"",
        "\"decimal\": \";\"",
        "value.decimal: found \";\", expected one of .,/٫"
    )]
    [InlineData(
        "\"give_back_zero\": false",
        "\"give_back_zero\": 1",
        "hs_code.give_back_zero: found 1, expected true or false"
    )]
    [InlineData(
        "\"rates\": {}",
        "\"rates\": {\"IRR\": [{\"from\": \"2021-02-30\", \"rate\": \"1\", \"meaning\": \"per-usd\", \"source\": \"\"}]}",
        "rates.IRR[0].from: found \"2021-02-30\", expected a day as yyyy-mm-dd"
    )]
    [InlineData(
        "\"rates\": {}",
        "\"rates\": {\"IRR\": [{\"from\": \"2021-02-20\", \"rate\": \"0\", \"meaning\": \"per-usd\", \"source\": \"\"}]}",
        "rates.IRR[0].rate: found \"0\", expected a number above 0 as text, with a point and 8 decimals at most"
    )]
    [InlineData(
        "\"rates\": {}",
        "\"rates\": {\"USD\": []}",
        "rates.USD: found this key, expected three capital letters other than USD"
    )]
    [InlineData(
        "\"name\": \"line_no\"",
        "\"name\": \"\"",
        "declaration.line: found neither name nor place, expected one of them, or null"
    )]
    [InlineData(
        "\"country\": {",
        "\"land\": {",
        "land: found an unknown key, expected file, declaration, flow, date, exporter, hs_code, country, value, weight, rates"
    )]
    public void What_is_wrong_is_named(string text, string other, string problem)
    {
        var json = MappingProfile.Standard.ToJson();
        var at = json.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0);
        Assert.Null(
            MappingProfile.Parse(json.Remove(at, text.Length).Insert(at, other), out var problems)
        );
        Assert.Contains(problem, problems);
    }

    [Theory]
    [InlineData("", "profile: found text that is no JSON (line 1), expected an object")]
    [InlineData("[]", "profile: found [], expected an object")]
    [InlineData("{}", "file: found nothing, expected an object")]
    public void Other_texts(string json, string problem)
    {
        Assert.Null(MappingProfile.Parse(json, out var problems));
        Assert.Contains(problem, problems);
    }

    private static DatedRate Rate(int year, string rate) =>
        DatedRate.Of(new(year, 1, 1), rate, RateMeaning.PerUsd, "")!;
}

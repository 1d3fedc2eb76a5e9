using System.Security.Cryptography;
using System.Text;
using Karvan.Rules.Facts;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Rules.Tests.Loading;

public sealed class TableAndPatchTests
{
    private const string TableText = "hs6,first,second\n010110,low,low\n840110,high,\n";
    private const string Path = "tests/Karvan.Rules.Tests/BadFiles/good.yaml";

    private static readonly string Good = File.ReadAllText(Repository.PathOf(Path));

    [Theory]
    [InlineData(TableText)]
    [InlineData("\uFEFF" + TableText)]
    [InlineData("hs6,second,note,first\r\n010110,low,cattle,low\r\n840110,,reactor,high\r\n\r\n")]
    public void TableAsSpreadsheetsWriteIt_IsReadAlike(string text)
    {
        var table = Load(Good, text).Tables["goods"];

        Assert.Equal(["high", "low"], table.Classes.Select(c => c.Id), StringComparer.Ordinal);
        Assert.Equal(0, table.ClassOfCode(0)[840_110]);
        Assert.Equal(1, table.ClassOfCode(0)[10_110]);
        Assert.Equal(1, table.ClassOfCode(1)[840_110]);
        Assert.Equal(1, table.ClassOfCode(0)[999_999]);
    }

    [Theory]
    [InlineData("\uFEFF" + TableText)]
    [InlineData("hs6,second,note,first\r\n010110,low,cattle,low\r\n840110,,reactor,high\r\n\r\n")]
    public void TablesOfTheSameContent_AreEqual(string text)
    {
        var (table, other) = (Load(Good, TableText), Load(Good, text));

        Assert.Equal(table.Tables["goods"], other.Tables["goods"]);
        Assert.Equal(table.Tables["goods"].GetHashCode(), other.Tables["goods"].GetHashCode());
        Assert.Equal(FactPlan.For(table).ClassSums, FactPlan.For(other).ClassSums);
        Assert.Equal(table.Criterion("B1.7").Key, other.Criterion("B1.7").Key);
    }

    public static TheoryData<string, string, string> OtherTables =>
        new()
        {
            { "hs6,first,second\n010110,low,high\n840110,high,\n", "total", "total" },
            { "hs6,first,second\n010110,low,low\n840120,high,\n", "total", "total" },
            { TableText, "otherwise: low", "otherwise: high" },
            {
                TableText,
                "classes: {high: {fa: بالا, en: High}, low: {fa: پایین, en: Low}}",
                "classes: {low: {fa: پایین, en: Low}, high: {fa: بالا, en: High}}"
            },
        };

    /// <summary>A criterion over another table is another one: it has to be scored again.</summary>
    [Theory]
    [MemberData(nameof(OtherTables))]
    public void TablesOfOtherContent_AreNotEqual(string text, string passage, string instead)
    {
        var good = Good.Replace(passage, instead, StringComparison.Ordinal);
        var (table, other) = (Load(Good, TableText), Load(good, text));

        Assert.NotEqual(table.Tables.Values.Single(), other.Tables.Values.Single());
        Assert.NotEqual(FactPlan.For(table).ClassSums, FactPlan.For(other).ClassSums);
        Assert.NotEqual(
            table.Criterion("B1.7").Key,
            other.Criterion("B1.7").Key,
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void TwoTablesOverOneFile_KeepWhatEachSaysOfIt()
    {
        var from = Good.IndexOf("  goods:\n", StringComparison.Ordinal);
        var entry = Good[from..Good.IndexOf("readings:\n", StringComparison.Ordinal)];
        var other = entry
            .Replace("goods:", "others:", StringComparison.Ordinal)
            .Replace("otherwise: low", "otherwise: high", StringComparison.Ordinal);

        var book = Load(Good.Insert(from, other), TableText);

        Assert.Equal("others", book.Tables["others"].Id);
        Assert.Equal(0, book.Tables["others"].ClassOfCode(0)[999_999]);
        Assert.Equal(1, book.Tables["goods"].ClassOfCode(0)[999_999]);
    }

    [Fact]
    public void ChangeOfARow_IsNotTakenForOneOfItsShorterNamesake()
    {
        var text = Good.Replace("{id: B1.2, clause", "{id: B1, clause", StringComparison.Ordinal);

        var book = Load(text, TableText, ("neighbours", "one"));

        Assert.IsType<AnyRule>(book.Criterion("B1.3").Rule);
        Assert.IsType<BandsRule>(book.Criterion("B1").Rule);
    }

    [Fact]
    public void ChangeOfANameWithDots_FindsIt()
    {
        var text = Good.Replace("  near: {", "  near.by: {", StringComparison.Ordinal)
            .Replace("within: near", "within: near.by", StringComparison.Ordinal)
            .Replace(
                "{remove: criteria.B1.3.each}",
                "{remove: criteria.B1.3.each}\n          - {set: lists.near.by.count, to: 3}",
                StringComparison.Ordinal
            );

        Assert.Equal(
            3,
            Load(text, TableText, ("neighbours", "one")).Lists["near.by"].Countries.Count
        );
    }

    [Fact]
    public void FaultOfTheTable_IsNotReportedAgainWhereTheTableIsUsed()
    {
        var load = RulebookLoader.Load(Good, "good.yaml", _ => null);

        Assert.Equal("no-such-file", Assert.Single(load.Problems).Code);
    }

    /// <summary>Loads a book as if its table were <paramref name="table"/>, its hash put in.</summary>
    private static Rulebook Load(
        string text,
        string table,
        params (string Id, string Choice)[] choices
    )
    {
        var bytes = Encoding.UTF8.GetBytes(table);
        var committed = File.ReadAllBytes(
            Repository.PathOf("tests/Karvan.Rules.Tests/BadFiles/tables/goods.csv")
        );
        var load = RulebookLoader.Load(
            text.Replace(Hash(committed), Hash(bytes), StringComparison.Ordinal),
            "good.yaml",
            _ => bytes,
            choices.ToDictionary(c => c.Id, c => c.Choice, StringComparer.Ordinal)
        );
        Assert.Empty(load.Problems);
        return load.Rulebook!;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

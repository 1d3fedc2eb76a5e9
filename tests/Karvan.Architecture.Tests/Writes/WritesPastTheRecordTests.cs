using Xunit;

namespace Karvan.Architecture.Tests.Writes;

/// <summary>Whatever is written past the record of fields is listed with its reason, and nothing else is.</summary>
public sealed class WritesPastTheRecordTests
{
    private static readonly Dictionary<string, List<string>> Found = new(StringComparer.Ordinal)
    {
        ["KeepLine.Run"] = ["ExecuteSqlAsync", "ExecuteUpdateAsync"],
    };

    [Fact]
    public void Every_write_past_the_record_is_listed_with_its_reason()
    {
        var found = WritesPastTheRecord.In(WritesPastTheRecord.Assemblies());
        Assert.NotEmpty(found);
        List<string> wrong =
        [
            .. WritesPastTheRecord.Differences(WritesPastTheRecord.Allowed, found),
            .. WritesPastTheRecord.WithoutReason(WritesPastTheRecord.Allowed),
        ];
        // Not Assert.Empty, which shows only the first few, and of these the beginning.
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_write_is_noticed_however_it_is_written()
    {
        var found = WritesPastTheRecord
            .In([typeof(WriteSamples).Assembly.Location])
            .Select(f => $"{f.Key}: {string.Join(", ", f.Value)}");
        Assert.Equal(
            [
                "WriteSamples.Awaited: ExecuteUpdateAsync",
                "WriteSamples.ByHand: ExecuteNonQuery, ExecuteScalar",
                "WriteSamples.InsideALambda: ExecuteSqlRawAsync",
                "WriteSamples.Nested.OneByOne: ExecuteDelete",
                "WriteSamples.Plainly: ExecuteDeleteAsync",
            ],
            found
        );
    }

    [Fact]
    public void Rows_in_bulk_are_noticed()
    {
        Assert.True(WritesPastTheRecord.IsOne(new CompiledCall("A.B", "BulkRows", "Into")));
        Assert.False(WritesPastTheRecord.IsOne(new CompiledCall("A.B", "BulkRows", "Add")));
        Assert.False(WritesPastTheRecord.IsOne(new CompiledCall("A.B", "Folder", "Into")));
    }

    [Fact]
    public void A_write_that_is_not_listed_is_named()
    {
        var said = Assert.Single(
            WritesPastTheRecord.Differences(WritesPastTheRecord.Read("{}"), Found)
        );
        Assert.StartsWith(
            "KeepLine.Run: found ExecuteSqlAsync, ExecuteUpdateAsync",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_second_write_in_a_listed_method_is_named()
    {
        var list = WritesPastTheRecord.Read(
            "KeepLine.Run: { calls: [ExecuteSqlAsync], reason: Rows of a lease that nobody decides. }"
        );
        Assert.StartsWith(
            "KeepLine.Run: found ExecuteSqlAsync, ExecuteUpdateAsync",
            Assert.Single(WritesPastTheRecord.Differences(list, Found)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_listed_write_that_is_gone_is_named()
    {
        var list = WritesPastTheRecord.Read(
            """
            KeepLine.Run: { calls: [ExecuteUpdateAsync, ExecuteSqlAsync], reason: A. }
            DropLine.Run: { calls: [ExecuteDeleteAsync], reason: B. }
            """
        );
        Assert.StartsWith(
            "DropLine.Run: listed",
            Assert.Single(WritesPastTheRecord.Differences(list, Found)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("''")]
    [InlineData("not recorded")]
    [InlineData("Rows of a lease that nobody decides")]
    public void A_line_without_a_sentence_is_named(string reason)
    {
        var list = WritesPastTheRecord.Read($"A.B: {{ calls: [ExecuteDelete], reason: {reason} }}");
        Assert.StartsWith(
            "A.B:",
            Assert.Single(WritesPastTheRecord.WithoutReason(list)),
            StringComparison.Ordinal
        );
    }
}

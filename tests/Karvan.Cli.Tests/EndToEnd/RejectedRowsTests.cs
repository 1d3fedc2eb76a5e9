using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Bad rows of every file: the reason, line, column and value in rejected.csv; the good rows beside them count.</summary>
public sealed class RejectedRowsTests
{
    private const string Id = SmallInput.Second;

    [Fact]
    public async Task Customs_lines()
    {
        (string Row, string Said)[] rows =
        [
            ($"E,1,export,1401-01-01,{Id},842320,IQ,1e999,1", "bad-number,value_usd,1e999"),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,-5,1", "bad-number,value_usd,-5"),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,1.234,1", "too-many-decimals,value_usd,1.234"),
            (
                $"E,1,export,1401-01-01,{Id},842320,IQ,10000000000.01,1",
                "out-of-range,value_usd,10000000000.01"
            ),
            ($"E,1,export,1401-01-01,{Id},842320,IQ, 5,1", "bad-number,value_usd, 5"),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,٫,1", "bad-number,value_usd,٫"),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,\"1,000\",1", "bad-number,value_usd,\"1,000\""),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,۵٫۵,1", "bad-number,value_usd,۵٫۵"),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,,1", "blank,value_usd,"),
            (
                $"E,1,export,1401-01-01,{Id},842320,IQ,1,1.2345",
                "too-many-decimals,net_weight_kg,1.2345"
            ),
            (
                $"E,1,export,1401-01-01,{Id},842320,IQ,1,10000000000.001",
                "out-of-range,net_weight_kg,10000000000.001"
            ),
            ($"E,1,export,1401-01-01,{Id},842320,IQ,1,=1+1", "bad-number,net_weight_kg,'=1+1"),
            ($"E,1,export,1401-01-01,{Id},842320,IR,1,1", "bad-country,country,IR"),
            ($"E,1,export,1401-01-01,{Id},84232,IQ,1,1", "bad-hs-code,hs_code,84232"),
            ($"E,1,export,1401-12-30,{Id},842320,IQ,1,1", "bad-date,date,1401-12-30"),
            ($"E,1,sale,1401-01-01,{Id},842320,IQ,1,1", "bad-flow,flow,sale"),
            ($"E,x,export,1401-01-01,{Id},842320,IQ,1,1", "bad-line-number,line_no,x"),
            ($",1,export,1401-01-01,{Id},842320,IQ,1,1", "blank,declaration_no,"),
            (
                "E,1,export,1401-01-01,1038028479,842320,IQ,1,1",
                "unknown-exporter,exporter_id,1038028479"
            ),
            ("E,1,export,1401-01-01,99,842320,IQ,1,1", "bad-id,exporter_id,99"),
            (
                $"E,1,export,1401-01-01,{Id},842320,IQ,1",
                "wrong-field-count,,\"8 fields, the header has 9\""
            ),
            (
                $"E,1,export,1401-01-01,{Id},842320,IQ,1,1,",
                "wrong-field-count,,\"10 fields, the header has 9\""
            ),
            (
                $"\"E\"x,1,export,1401-01-01,{Id},842320,IQ,1,1",
                $"text-after-quote,,\"\"\"E\"\"x,1,export,1401-01-01,{Id},842320,IQ,1,1\""
            ),
            ("   ", "wrong-field-count,,\"1 fields, the header has 9\""),
        ]; // csharpier-ignore
        await Compare("declarations.csv", rows);
    }

    [Fact]
    public async Task Exporters() =>
        await Compare(
            "exporters.csv",
            [
                ("10380284792,x,03,", "bad-check-digit,exporter_id,10380284792"),
                ("1038028479,x,03,", "bad-check-digit,exporter_id,1038028479"),
                ("11111111111,x,03,", "bad-check-digit,exporter_id,11111111111"),
                ("103802847,x,03,", "bad-id,exporter_id,103802847"),
                ("1038028479\0,x,03,", "bad-id,exporter_id,1038028479\0"),
                (",x,03,", "blank,exporter_id,"),
                ("10101780644,x,31,", "bad-province,province,31"),
                ("10101780644,x,3,", "bad-province,province,3"),
                ("10101780644,x,,", "blank,province,"),
                ("10101780644,x,03,metal", "bad-product-group,product_group,metal"),
                ("0183382390,x,03,metals", "repeated,exporter_id,0183382390"),
                (" ۰۱۸۳۳۸۲۳۹۰ ,x,04,", "repeated,exporter_id,0183382390"),
            ]
        );

    [Fact]
    public async Task Evidence() =>
        await Compare(
            "evidence.csv",
            [
                ($"{Id},R1.1,,,,,accepted", "bad-criterion,criterion,R1.1"),
                ($"{Id},,,,,,accepted", "blank,criterion,"),
                ($"{Id},R6.1,,IR,,,accepted", "bad-country,country,IR"),
                ($"{Id},R6.1,,,,,accepted", "blank,country,"),
                ($"{Id},R6.5,,IQ,,,accepted", "blank,item,"),
                ($"{Id},R6.9,barter,,,,accepted", "bad-item,item,barter"),
                ($"{Id},R6.12,xx,,,,accepted", "bad-item,item,xx"),
                ($"{Id},R3.3,,,100.5,high,accepted", "out-of-range,quantity,100.5"),
                ($"{Id},R3.3,,,1e2,high,accepted", "bad-number,quantity,1e2"),
                ($"{Id},R3.3,,,50,top,accepted", "bad-level,level,top"),
                ($"{Id},R3.4,,,10.000000000001,,accepted", "out-of-range,quantity,10.000000000001"),
                ($"{Id},R3.4,,,,,accepted", "blank,quantity,"),
                ($"{Id},R5.1,,,,,yes", "bad-status,status,yes"),
                ($"{Id},R5.1,,,,,", "blank,status,"),
                ("10101780644,R5.1,,,,,accepted", "unknown-exporter,exporter_id,10101780644"),
                ("x,R5.1,,,,,accepted", "bad-id,exporter_id,x"),
            ]
        );

    [Fact]
    public async Task Compliance() =>
        await Compare(
            "compliance.csv",
            [
                ($"{SmallInput.First},yes,true,1", "bad-truth,smuggling,yes"),
                ($"{SmallInput.First},true,,1", "blank,fx_obligation_met,"),
                ($"{SmallInput.First},true,true,1.01", "out-of-range,fx_return_ratio,1.01"),
                ($"{SmallInput.First},true,true,", "blank,fx_return_ratio,"),
                (
                    $"{SmallInput.First},true,true,0.1234567890123",
                    "too-many-decimals,fx_return_ratio,0.1234567890123"
                ),
                ("10101780644,true,true,1", "unknown-exporter,exporter_id,10101780644"),
                ($"{SmallInput.First},false,true,1", $"repeated,exporter_id,{SmallInput.First}"),
                ($"{SmallInput.First},false,true,1", $"repeated,exporter_id,{SmallInput.First}"),
            ]
        );

    /// <summary>None of the bad rows changes a point of the good ones.</summary>
    private static async Task Compare(string file, IReadOnlyList<(string Row, string Said)> rows)
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        var first = File.ReadAllLines(input[file]).Length + 1;
        input.Add(file, [.. rows.Select(r => r.Row)]);
        var ran = await input.Score();
        Assert.Equal(3, ran.Exit);
        Assert.Equal(rows.Select((r, i) => $"{file},{first + i},{r.Said}"), input.Rejected());
        Assert.Contains($"{rows.Count} rows rejected", ran.Error, StringComparison.Ordinal);
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    [Fact]
    public async Task Conflicts_are_rejected_on_all_sides_and_equal_lines_count_once()
    {
        using var input = new SmallInput();
        input.Write(
            "declarations-2.csv",
            SmallInput.DeclarationsHeader,
            " ex1 ,۱,EXPORT,2022/09/27," + Id + ",842320,iq,700000,35000",
            "EX3,1,export,1401-02-02," + SmallInput.Third + ",84232001,DE,90000,30",
            "ex2,1,import,2021-03-20," + Id + ",080251,AF,100000,1000"
        );
        var ran = await input.Score();
        Assert.Equal(3, ran.Exit);
        // declarations-2.csv comes before declarations.csv: '-' is below '.'.
        Assert.Equal(
            [
                "declarations-2.csv,3,conflict,declaration_no,EX3 / 1",
                "declarations.csv,6,conflict,declaration_no,EX3 / 1",
            ],
            input.Rejected()
        );
        Assert.Contains("\"duplicates\": 1", input.Result("report.json"), StringComparison.Ordinal);
    }
}

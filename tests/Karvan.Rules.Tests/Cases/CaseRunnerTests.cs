using Karvan.Rules.Cases;
using Xunit;

namespace Karvan.Rules.Tests.Cases;

public sealed class CaseRunnerTests
{
    [Fact]
    public void A_wrong_expectation_fails_and_says_where_and_why()
    {
        var result = RunOne(
            """
            cases:
              - name: on the edge
                clause: R4.2
                readings: {value-bounds: upper}
                exports: [{year: last, to: DE, hs: "392410", usd: 300_000, kg: 1}]
                expect:
                  R4.2: 15
                  R1.1: 25
            """
        );

        Assert.False(result.Passed);
        Assert.Equal(
            "my.yaml:7:13: case 'on the edge' (R4.2, value-bounds: upper): R4.2: found 5.00, expected 15.00",
            Assert.Single(result.Mismatches).ToString()
        );
    }

    [Fact]
    public void A_wrong_row_of_a_table_is_named_with_its_cell()
    {
        var results = Run(
            """
            lines: {to: DE, hs: "392410", kg: 1_000}
            cases:
              - name: edges
                clause: R4.2
                columns: [name, exports.last.usd, R4.2, R4.2.state]
                rows:
                  - [a cent below, 99_999.99, 0, zero]
                  - [null, 100_000, 5, zero]
            """
        );

        Assert.True(results[0].Passed);
        Assert.Equal("edges: a cent below", results[0].Case.Name);
        Assert.Equal(
            "my.yaml:8:28: case 'edges: row 2' (R4.2): state of R4.2: found scored, expected zero",
            Assert.Single(results[1].Mismatches).ToString()
        );
    }

    [Fact]
    public void A_wrong_rank_or_status_names_the_exporter()
    {
        var result = RunOne(
            """
            cases:
              - name: two of them
                clause: R
                winners: 1
                exporters:
                  - id: first
                    evidence: [{criterion: R6.8}]
                    compliance: {smuggling: true, fx-obligation-met: true, fx-return-ratio: 1}
                    rank: 1
                    expect: {total: 20}
                  - {id: second, status: winner}
            """
        );

        Assert.Equal(
            [
                "my.yaml:9:15: case 'two of them' (R): exporter first: rank: found none, expected 1",
                "my.yaml:11:30: case 'two of them' (R): exporter second: status: found awaiting-compliance, expected winner",
            ],
            result.Mismatches.Select(m => m.ToString()),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Each_choice_of_readings_is_loaded_once()
    {
        var loads = 0;
        var books = new RulebookVariants(choices =>
        {
            loads++;
            return ShippedBook.Variants.With(choices);
        });
        var text = """
            cases:
              - name: three rows
                clause: R4.2
                readings: {value-bounds: upper, brand-registration: any}
                columns: [total]
                rows: [[0], [0], [0]]
              - name: in another order
                clause: R4.2
                readings: {brand-registration: any, value-bounds: upper}
                expect: {total: 0}
            """;

        var read = CaseFile.Read(text, "my.yaml", books);
        var results = CaseRunner.Run(books, read.Cases);

        Assert.Equal(4, results.Count(r => r.Passed));
        Assert.Equal(2, loads);
    }

    [Fact]
    public void A_year_name_may_mean_several_years_and_a_list_several_lines()
    {
        var worked = Assert.Single(
            Read(
                """
                cases:
                  - name: many lines
                    clause: R1.2
                    exports: [{year: window, to: [CN, RU], hs: "39241000", usd: 0.05, kg: 0.001}]
                    imports: [{year: [last, last-1], usd: 7}]
                    expect: {R1.2: 20}
                """
            ).Cases
        );

        var lines = Assert.Single(worked.Exporters).Lines;
        Assert.Equal(8, lines.Count);
        Assert.Equal(
            [1399, 1400, 1401, 1399, 1400, 1401, 1401, 1400],
            lines.Select(l => l.SolarYear)
        );
        Assert.All(
            lines.Take(6),
            l => Assert.Equal((392410, 5L, 1L), (l.Hs6, l.ValueCents, l.WeightGrams))
        );
    }

    [Fact]
    public void The_report_has_a_line_a_file_and_a_sum()
    {
        var good = Run(Total("good", 0));
        var bad = CaseRunner.Run(
            ShippedBook.Variants,
            CaseFile.Read(Total("bad", 1), "longer-name.yaml", ShippedBook.Variants).Cases
        );

        Assert.Equal(
            [
                "my.yaml           1 case, all pass",
                "longer-name.yaml  1 case, 1 of them fails",
                "  longer-name.yaml:4:21: case 'bad' (R): total: found 0.00, expected 1.00",
                "2 cases, 1 of them fails",
            ],
            CaseReport.Lines([.. good, .. bad])
        );
    }

    private static string Total(string name, int points) =>
        $$"""
            cases:
              - name: {{name}}
                clause: R
                expect: {total: {{points}}}
            """;

    private static CaseLoad Read(string text) =>
        CaseFile.Read(text, "my.yaml", ShippedBook.Variants);

    private static IReadOnlyList<CaseResult> Run(string text)
    {
        var read = Read(text);
        Assert.Empty(read.Problems.Select(p => p.ToString()));
        return CaseRunner.Run(ShippedBook.Variants, read.Cases);
    }

    private static CaseResult RunOne(string text) => Assert.Single(Run(text));
}

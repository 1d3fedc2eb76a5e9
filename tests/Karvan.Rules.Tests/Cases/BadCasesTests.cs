using Karvan.Rules.Cases;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Rules.Tests.Cases;

/// <summary>One broken case for each message.</summary>
public sealed class BadCasesTests
{
    /// <summary>Facts of a case that otherwise is good, and the message they earn.</summary>
    public static TheoryData<string, string> BadFacts =>
        new()
        {
            {
                "group: plastic-rubber",
                "4:12: cases[1].group: found 'plastic-rubber', expected a product group: {groups}; "
                    + "did you mean 'plastics-rubber'?"
            },
            {
                "province: \"31\"",
                "4:15: cases[1].province: found '31', expected the code of a province"
            },
            {
                "readings: {value-bound: upper}",
                "4:16: cases[1].readings.value-bound: found 'value-bound', expected a reading: {readings}; "
                    + "did you mean 'value-bounds'?"
            },
            {
                "readings: {value-bounds: uper}",
                "4:30: cases[1].readings.value-bounds: found 'uper', expected a choice: lower, upper; did you mean 'upper'?"
            },
            {
                "exports: [{year: 1401, to: DE, hs: \"392410\", usd: 1, kg: 1}]",
                "4:22: cases[1].exports[1].year: found '1401', expected a year name: last, last-1, …, last+1, window or five"
            },
            {
                "exports: [{year: last, to: DE, hs: \"392410\", usd: 1.001, kg: 1}]",
                "4:55: cases[1].exports[1].usd: found '1.001', expected a number with at most 2 decimals from 0 to 10000000000"
            },
            {
                "exports: [{year: last, to: DE, usd: 1, kg: 1}]",
                "4:15: cases[1].exports[1]: found no such key, expected 'hs' here or in the file's 'lines'"
            },
            {
                "exports: [{year: last, to: [DE, IR], hs: \"392410\", usd: 1, kg: 1}]",
                "4:37: cases[1].exports[1].to[2]: found 'IR', expected a country other than IR"
            },
            {
                "exports: [{year: last, to: UK, hs: \"392410\", usd: 1, kg: 1}]",
                "4:32: cases[1].exports[1].to: found 'UK', expected a country other than IR"
            },
            {
                "imports: [{year: last, usd: 1, kg: 1}]",
                "4:36: cases[1].imports[1].kg: found the unknown key 'kg', expected one of year, usd"
            },
            {
                "evidence: [{criterion: R4.2}]",
                "4:28: cases[1].evidence[1].criterion: found 'R4.2', expected a criterion that takes evidence"
            },
            {
                "evidence: [{criterion: R7.11}]",
                "4:28: cases[1].evidence[1].criterion: found 'R7.11', expected a criterion that takes evidence: {evidence}; "
                    + "did you mean 'R6.11'?"
            },
            {
                "evidence: [{criterion: R6.1}]",
                "4:16: cases[1].evidence[1]: found no such key, expected 'country', which R6.1 asks for"
            },
            {
                "evidence: [{criterion: R6.5, country: DE}]",
                "4:16: cases[1].evidence[1]: found no such key, expected 'item', which R6.5 asks for"
            },
            {
                "evidence: [{criterion: R6.9, item: licencing}]",
                "4:40: cases[1].evidence[1].item: found 'licencing', expected a kind: joint-production, licensing, joint-investment, foreign-investment; "
                    + "did you mean 'licensing'?"
            },
            {
                "evidence: [{criterion: R6.12, item: [en, xx]}]",
                "4:46: cases[1].evidence[1].item[2]: found 'xx', expected a language code of ISO 639-1"
            },
            {
                "evidence: [{criterion: R3.3, quantity: 5, level: hihg}]",
                "4:54: cases[1].evidence[1].level: found 'hihg', expected a level: high, medium, low; did you mean 'high'?"
            },
            {
                "evidence: [{criterion: R3.3, level: high}]",
                "4:16: cases[1].evidence[1]: found no such key, expected 'quantity', which R3.3 asks for"
            },
            {
                "evidence: [{criterion: R3.4, quantity: 10.5}]",
                "4:44: cases[1].evidence[1].quantity: found '10.5', expected at most 10, the maximum of R3.4"
            },
            {
                "evidence: [{criterion: R6.8, status: acepted}]",
                "4:42: cases[1].evidence[1].status: found 'acepted', expected one of accepted, rejected, pending; "
                    + "did you mean 'accepted'?"
            },
            {
                "compliance: {smuggling: no, fx-obligation-met: true, fx-return-ratio: 1}",
                "4:29: cases[1].compliance.smuggling: found 'no', expected one of true, false"
            },
            {
                "compliance: {smuggling: false, fx-obligation-met: true, fx-return-ratio: 1.1}",
                "4:78: cases[1].compliance.fx-return-ratio: found '1.1', expected a number with at most 12 decimals from 0 to 1"
            },
        };

    /// <summary>What stands inside one case beside its name and clause, and the message it earns.</summary>
    public static TheoryData<string, string> BadCases =>
        new()
        {
            {
                "expct: {total: 0}",
                "4:5: cases[1].expct: found the unknown key 'expct', expected one of name, clause, readings, winners, within, "
                    + "province, group, exports, imports, evidence, compliance, expect, states, rank, status, exporters, "
                    + "columns, rows; did you mean 'expect'?"
            },
            {
                "expect: {R4.22: 0}",
                "4:14: cases[1].expect.R4.22: found 'R4.22', expected a criterion: {criteria}, total; did you mean 'R4.2'?"
            },
            {
                "expect: {R4.2: 5.005}",
                "4:20: cases[1].expect.R4.2: found '5.005', expected a number with at most 2 decimals from 0 to 100000"
            },
            {
                "expect: {R4.2: 201}",
                "4:20: cases[1].expect.R4.2: found 201 points, expected at most 200, the maximum"
            },
            {
                "states: {R3.2: nodata}",
                "4:20: cases[1].states.R3.2: found 'nodata', expected one of scored, zero, not-claimed, pending, rejected, "
                    + "no-data; did you mean 'no-data'?"
            },
            {
                "states: {R9.2: zero}",
                "4:14: cases[1].states.R9.2: found 'R9.2', expected a criterion: {criteria}; did you mean 'R1.2'?"
            },
            {
                "status: winner",
                "2:5: cases[1]: found a status without 'winners', expected 'winners': how many places"
            },
            {
                "winners: 1",
                "2:5: cases[1]: found no expectation, expected expect, states, rank or status"
            },
            {
                "columns: [R4.2]",
                "2:5: cases[1]: found 'columns' without 'rows', expected 'columns' and 'rows', for one exporter"
            },
            {
                "rows: [[1]]",
                "2:5: cases[1]: found 'rows' without 'columns', expected 'columns' and 'rows', for one exporter"
            },
            {
                "columns: [exports.lats.usd]\n    rows: [[1]]",
                "4:15: cases[1].columns[1]: found the unknown column 'exports.lats.usd', expected a criterion, "
                    + "<criterion>.state, total, status, name, group, exports.<year>.<to|hs|usd|kg>, imports.<year>.usd, "
                    + "evidence.<criterion>.<item|country|quantity|level|status>, compliance.<key> or readings.<id>; "
                    + "did you mean 'exports.last.usd'?"
            },
            {
                "columns: [R4.2, R4.2]\n    rows: [[1, 1]]",
                "4:21: cases[1].columns[2]: found 'R4.2' a second time, expected each once"
            },
            {
                "columns: [R4.2, R4.3]\n    rows: [[0, 0], [0]]",
                "5:20: cases[1].rows[2]: found a list of 1, expected 2 cells, one a column"
            },
            {
                "columns: [exports.last.usd, R4.2]\n    rows: [[x, 0]]",
                "5:13: cases[1].rows[1].exports[1].usd: found 'x', expected a number with at most 2 decimals from 0 to 10000000000"
            },
            {
                "expect: {total: 0}\n    exporters: [{id: a, expect: {total: 0}}]",
                "4:13: cases[1].expect: found 'expect' beside 'exporters', expected it in one of the exporters"
            },
            {
                "exporters: [{id: a, expect: {total: 0}}, {id: a}]",
                "4:51: cases[1].exporters.a.id: found 'a' a second time, expected each exporter once"
            },
        };

    [Theory]
    [MemberData(nameof(BadFacts))]
    public void A_fact_that_is_wrong_is_refused_with_its_message(string facts, string message) =>
        A_case_that_is_wrong_is_refused_with_its_message(facts + "\n    rank: 1", message);

    [Theory]
    [MemberData(nameof(BadCases))]
    public void A_case_that_is_wrong_is_refused_with_its_message(string inside, string message)
    {
        var text = "cases:\n  - name: any\n    clause: R\n    " + inside + "\n";

        var problem = Assert.Single(Read(text).Problems).ToString();

        Assert.Equal("my.yaml:" + Filled(message), problem);
    }

    private static CaseLoad Read(string text) =>
        CaseFile.Read(text, "my.yaml", ShippedBook.Variants);

    /// <summary>Puts the book's own names into a message.</summary>
    private static string Filled(string message) =>
        message
            .Replace("{criteria}", Names(Book.Criteria.Select(c => c.Id)), StringComparison.Ordinal)
            .Replace(
                "{evidence}",
                Names(Book.Criteria.Where(c => c.Measure is AcceptedEvidence).Select(c => c.Id)),
                StringComparison.Ordinal
            )
            .Replace(
                "{groups}",
                Names(Book.ProductGroups.Select(g => g.Id)),
                StringComparison.Ordinal
            )
            .Replace(
                "{readings}",
                Names(Book.Readings.Select(r => r.Id)),
                StringComparison.Ordinal
            );

    private static Rulebook Book => ShippedBook.Book;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}

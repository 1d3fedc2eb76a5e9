using Karvan.Rules.Cases;
using Karvan.Rules.Loading;
using Xunit;

namespace Karvan.Rules.Tests.Cases;

/// <summary>One broken file for each message.</summary>
public sealed class BadCaseFilesTests
{
    [Theory]
    [InlineData("", "1:1: (file): found an empty file, expected worked cases")]
    [InlineData(
        "cases: []",
        "1:8: cases: found an empty list, expected a list, each item a worked case"
    )]
    [InlineData(
        "cases: [{name: a, clause: R, rank: 1}]\nlinse: 1",
        "2:1: linse: found the unknown key 'linse', expected one of about, lines, cases; did you mean 'lines'?"
    )]
    [InlineData(
        "cases: [{name: a, clause: R8.1, expect: {total: 0}}]",
        "1:27: cases[1].clause: found 'R8.1', expected a clause: R1.1, R1.2, R2.1, R2.2, R3.1, R3.2, R3.3, R3.4, R4.1, R4.2, R4.3, R5.1, R5.2, "
            + "R6.1, R6.2, R6.3, R6.4, R6.5, R6.6, R6.7, R6.8, R6.9, R6.10, R6.11, R6.12, R6.13, R7.1, R7.2, R3, S.a, R6, R; did you mean 'R1.1'?"
    )]
    [InlineData(
        "cases: [{name: a, clause: R, expect: {total: 0}}, {name: a, clause: R, expect: {total: 0}}]",
        "1:58: cases[2].name: found 'a' a second time, expected each name once"
    )]
    public void A_file_that_is_wrong_is_refused_with_its_message(string text, string message)
    {
        var problem = Read(text).Problems[0].ToString();

        Assert.Equal("my.yaml:" + message, problem);
    }

    [Fact]
    public void A_refused_file_gives_no_cases_at_all()
    {
        var read = Read(
            """
            cases:
              - {name: good, clause: R, expect: {total: 0}}
              - {name: bad, clause: R, expect: {totl: 0}}
            """
        );

        Assert.Empty(read.Cases);
        Assert.Single(read.Problems);
    }

    [Fact]
    public void A_book_that_does_not_load_is_reported_instead_of_its_cases()
    {
        var books = new RulebookVariants(_ => RulebookLoader.Load("id: x", "bad.yaml", _ => null));

        var read = CaseFile.Read(
            "cases: [{name: a, clause: R, expect: {total: 0}}]",
            "my.yaml",
            books
        );

        Assert.Empty(read.Cases);
        Assert.All(read.Problems, p => Assert.Equal("bad.yaml", p.File));
    }

    private static CaseLoad Read(string text) =>
        CaseFile.Read(text, "my.yaml", ShippedBook.Variants);
}

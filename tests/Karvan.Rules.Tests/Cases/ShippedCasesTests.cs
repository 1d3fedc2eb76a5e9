using Karvan.Rules.Cases;
using Xunit;

namespace Karvan.Rules.Tests.Cases;

public sealed class ShippedCasesTests
{
    [Fact]
    public void Every_file_of_cases_is_read()
    {
        Assert.NotEmpty(ShippedBook.Files);
        Assert.Empty(ShippedBook.Files.SelectMany(f => f.Problems));
    }

    [Fact]
    public void Every_case_passes()
    {
        var results = CaseRunner.Run(ShippedBook.Variants, ShippedBook.Cases);

        Assert.Empty(results.SelectMany(r => r.Mismatches).Select(m => m.ToString()));
        Assert.NotEmpty(results);
    }

    [Fact]
    public void The_schema_beside_the_rulebooks_is_the_grammar()
    {
        var path = Path.Combine(ShippedBook.Root, "rulebooks", "cases.schema.json");

        Assert.Equal(CaseSchema.Write(), File.ReadAllText(path));
    }
}

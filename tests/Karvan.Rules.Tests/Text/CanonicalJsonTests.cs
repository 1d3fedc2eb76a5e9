using System.Text;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Text;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Content_IsWrittenInOneSpelling()
    {
        const string Text = """
            # a comment
            zeta: 1.50
            alpha: [100_000, null, "007", text]
            beta: {b: 'x', a: برنج}
            """;

        Assert.Equal(
            """{"alpha":[100000,null,"007","text"],"beta":{"a":"برنج","b":"x"},"zeta":1.5}""",
            Written(Text)
        );
    }

    [Theory]
    [InlineData("a: 5", "a: \"5\"")]
    [InlineData("a: null", "a: \"null\"")]
    [InlineData("a: [1, 2]", "a: [2, 1]")]
    [InlineData("a: x", "a: X")]
    [InlineData("a: x", "a: 'x '")]
    [InlineData("a: 1.5", "a: 1.05")]
    public void OtherContent_HasAnotherHash(string one, string other) =>
        Assert.NotEqual(
            CanonicalJson.Hash(YamlTree.Parse(one)),
            CanonicalJson.Hash(YamlTree.Parse(other)),
            StringComparer.Ordinal
        );

    [Fact]
    public void Hash_IsThatOfTheBytes() =>
        // printf '{"a":1}' | sha256sum
        Assert.Equal(
            "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862",
            CanonicalJson.Hash(YamlTree.Parse("a: 1"))
        );

    [Theory]
    [InlineData("a: \"quote \\\" back \\\\ slash / tab \\t line \\n end\"")]
    [InlineData("a: \"zero width \\u200C joiner, nbsp \\u00A0, separator \\u2028\"")]
    [InlineData("a: كشور 🐪 کاروان")]
    [InlineData("{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":\"{x}: [y], #z\"}")]
    public void CanonicalText_ReadsBackAsTheSameContent(string text)
    {
        var again = YamlTree.Parse(Written(text));

        Assert.Equal(CanonicalJson.Hash(YamlTree.Parse(text)), CanonicalJson.Hash(again));
        Assert.Equal(Written(text), Encoding.UTF8.GetString(CanonicalJson.Write(again)));
    }

    private static string Written(string text) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(YamlTree.Parse(text)));
}

using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Text;

public sealed class YamlTreeTests
{
    private const string Sample = """
        # a comment
        name: rice
        title: {fa: برنج, en: "Rice, peeled"}
        bands:
          - [100_000, null, 5]
          - from: 'x'
            note: |
              two
              lines
        """;

    private readonly MapNode root = (MapNode)YamlTree.Parse(Sample);

    [Fact]
    public void Values_KnowTheirLineAndColumn()
    {
        Assert.Equal(new SourcePosition(2, 1), root.At);
        Assert.Equal(new SourcePosition(2, 7), root.Find("name")!.At);
        var title = (MapNode)root.Find("title")!;
        Assert.Equal(new SourcePosition(3, 8), title.At);
        Assert.Equal(new SourcePosition(3, 13), title.Find("fa")!.At);
        Assert.Equal(new SourcePosition(3, 23), title.Find("en")!.At);
        var bands = (ListNode)root.Find("bands")!;
        Assert.Equal(new SourcePosition(5, 3), bands.At);
        Assert.Equal(new SourcePosition(5, 15), ((ListNode)bands.Items[0]).Items[1].At);
    }

    [Fact]
    public void Keys_KnowTheirLineAndColumn()
    {
        var title = (MapNode)root.Find("title")!;

        Assert.Equal(new SourcePosition(3, 1), root.Entries[1].KeyAt);
        Assert.Equal(new SourcePosition(3, 19), title.Entries[1].KeyAt);
    }

    [Fact]
    public void WindowsLineEnds_LeaveLinesAndColumnsAsTheyAre()
    {
        var windows = (MapNode)YamlTree.Parse(Sample.ReplaceLineEndings("\r\n"));

        var here = Assert.IsType<ListNode>(root.Find("bands"));
        var there = Assert.IsType<ListNode>(windows.Find("bands"));
        Assert.Equal(here.At, there.At);
        Assert.Equal(here.Items[1].At, there.Items[1].At);
    }

    [Fact]
    public void ByteOrderMark_IsNoPartOfTheFirstKey()
    {
        var marked = (MapNode)YamlTree.Parse("\uFEFFname: rice");

        Assert.Equal("name", marked.Entries[0].Key);
    }

    [Theory]
    [InlineData("a: null", true)]
    [InlineData("a: ~", true)]
    [InlineData("a:", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: \"null\"", false)]
    [InlineData("a: nothing", false)]
    public void OnlyYamlsOwnNothing_IsNull(string text, bool isNull)
    {
        var value = (ScalarNode)((MapNode)YamlTree.Parse(text)).Find("a")!;

        Assert.Equal(isNull, value.IsNull);
    }

    [Fact]
    public void QuotesAndBlocks_MakeText()
    {
        var text = (MapNode)YamlTree.Parse("a: \"5\"\nb: '5'\nc: |\n  5\nd: >\n  5\ne: 5\n");

        var quoted = text.Entries.Select(e => ((ScalarNode)e.Value).Quoted);

        Assert.Equal([true, true, true, true, false], quoted);
    }

    [Fact]
    public void LongTextInMessages_IsCutAndStaysOnOneLine()
    {
        var node = new ScalarNode("first\nsecond " + new string('x', 500), false, new(1, 1));

        Assert.StartsWith("'first second xxx", node.Describe(), StringComparison.Ordinal);
        Assert.True(node.Describe().Length < 100);
    }

    [Fact]
    public void NestingUpToTheLimit_IsRead()
    {
        var text = string.Concat(Enumerable.Repeat("[", 60)) + new string(']', 60);

        Assert.IsType<ListNode>(YamlTree.Parse(text));
    }

    [Fact]
    public void NestingWithoutEnd_IsRefusedAndNotFollowed()
    {
        var refused = Assert.Throws<YamlTreeException>(() =>
            YamlTree.Parse(new string('[', 100_000))
        );

        Assert.Equal(1, refused.At.Line);
    }
}

using System.Text.RegularExpressions;
using Xunit;

namespace Karvan.Cli.Tests.Docs;

/// <summary>The guides name what is there: pages of their own, pictures, and the words that stand on the site.</summary>
public sealed partial class GuidesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "guides");

    private static readonly string[] Guides = Directory.GetFiles(Folder, "*.md");

    [Fact]
    public void Every_link_leads_somewhere()
    {
        Assert.NotEmpty(Guides);
        var lost = Guides
            .SelectMany(g => Links().Matches(File.ReadAllText(g)).Select(m => (Guide: g, Link: m)))
            .Select(l => (l.Guide, Target: l.Link.Groups["target"].Value))
            .Where(l => !File.Exists(Path.Combine(Folder, l.Target)))
            .Select(l => $"{Path.GetFileName(l.Guide)}: found no {l.Target}");
        Assert.Empty(lost);
    }

    [Fact]
    public void Every_picture_is_shown_and_said_in_words()
    {
        var shown = Guides
            .SelectMany(g => Pictures().Matches(File.ReadAllText(g)))
            .ToDictionary(
                m => m.Groups["target"].Value,
                m => m.Groups["words"].Value,
                StringComparer.Ordinal
            );
        var there = Directory
            .GetFiles(Path.Combine(Folder, "pictures"), "*.png", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Folder, p).Replace('\\', '/'));
        Assert.Equal(there.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("", shown.Values);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public void Every_role_is_told_in_both_languages(string language)
    {
        string[] told =
        [
            "account",
            "administrator",
            "auditor",
            "expert",
            "firm",
            "organization",
            "promoter",
            "reviewer-and-secretary",
            "visitor",
        ];
        Assert.Equal(
            told,
            Guides
                .Select(g => Path.GetFileName(g).Split('.'))
                .Where(n => n[1] == language)
                .Select(n => n[0])
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Bold is for what stands on a page: a changed button makes its guide fail here.</summary>
    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public void Bold_words_stand_on_the_site(string language)
    {
        var words = Directory
            .GetFiles(
                Path.Combine(Repository.Root, "src", "Karvan.Web"),
                "*.yaml",
                SearchOption.AllDirectories
            )
            .SelectMany(File.ReadLines)
            .Select(l => Words().Match(l))
            .Where(m => m.Success)
            .Select(m => m.Groups[language].Value.Trim('"'))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(words.Count > 500);
        // A text with a place in it, as in "no column {found}", stands there with anything in that place.
        var open = words
            .Where(w => w.Contains('{', StringComparison.Ordinal))
            .Select(w => $"^{Place().Replace(Regex.Escape(w), ".+")}$")
            .Select(w => new Regex(w, RegexOptions.NonBacktracking))
            .ToList();
        var strange = Guides
            .Where(g => g.EndsWith($".{language}.md", StringComparison.Ordinal))
            .SelectMany(g =>
                Bold()
                    .Matches(File.ReadAllText(g))
                    .Select(m => m.Groups["words"].Value)
                    .Where(w => !words.Contains(w) && !open.Exists(o => o.IsMatch(w)))
                    .Select(w => $"{Path.GetFileName(g)}: found “{w}” on no page")
            );
        Assert.Empty(strange);
    }

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"!\[(?<words>[^\]]*)\]\((?<target>[^)]+)\)")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"\*\*(?<words>[^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\\{\w+}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\w.-]+: \{fa: (?<fa>.*?), en: (?<en>.*)\}\s*$")]
    private static partial Regex Words();
}

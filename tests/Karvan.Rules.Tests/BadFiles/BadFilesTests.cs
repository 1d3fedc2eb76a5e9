using System.Text.RegularExpressions;
using Karvan.Rules.Loading;
using Karvan.Rules.Tests.Loading;
using Xunit;

namespace Karvan.Rules.Tests.BadFiles;

/// <summary>
/// Every way in which the loader refuses a book has a file in <c>Broken</c> that differs from <c>good.yaml</c>
/// or <c>good-accepting.yaml</c> in one thing, and beside it the exact messages an officer sees.
/// </summary>
public sealed partial class BadFilesTests
{
    private static readonly string Folder = Repository.PathOf("tests/Karvan.Rules.Tests/BadFiles");

    private static readonly List<string> Names = [.. NamesOf("*.yaml")];

    public static TheoryData<string> Broken => [.. Names];

    [Theory]
    [InlineData("good.yaml")]
    [InlineData("good-accepting.yaml")]
    public void GoodBook_Loads(string name)
    {
        var load = Load(Path.Combine(Folder, name));

        Assert.Empty(load.Problems);
        Assert.NotNull(load.Rulebook);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenBook_IsRefusedWithItsMessages(string name)
    {
        var path = Path.Combine(Folder, "Broken", name + ".yaml");

        var load = Load(path);

        Assert.Null(load.Rulebook);
        var messages = load.Problems.Select(problem => problem.ToString()).ToList();
        Assert.Equal(
            File.ReadAllLines(Path.ChangeExtension(path, ".expected")),
            messages,
            StringComparer.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenBook_BeginsBySayingWhatIsWrong(string name)
    {
        var first = File.ReadLines(Path.Combine(Folder, "Broken", name + ".yaml")).First();

        Assert.StartsWith("# ", first, StringComparison.Ordinal);
        Assert.EndsWith(".", first, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryMessageFile_HasItsBook() =>
        Assert.Equal(Names, NamesOf("*.expected"), StringComparer.Ordinal);

    [Fact]
    public void EveryCodeInTheSource_HasABrokenBook()
    {
        var shown = Names
            .SelectMany(name => Load(Path.Combine(Folder, "Broken", name + ".yaml")).Problems)
            .Select(problem => problem.Code)
            .ToHashSet(StringComparer.Ordinal);

        var written = SourceCodes();

        Assert.Contains("not-yaml", written, StringComparer.Ordinal);
        Assert.Empty(written.Except(shown, StringComparer.Ordinal));
    }

    /// <summary>The codes of all refusals; a call whose code cannot be seen fails, so that none escapes.</summary>
    private static HashSet<string> SourceCodes()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        // Files of worked cases have refusals, and tests, of their own.
        var source = Directory
            .EnumerateFiles(
                Repository.PathOf("src/Karvan.Rules"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is not "Cases");
        foreach (var text in source.Select(File.ReadAllText))
        {
            var calls = Refusal().Matches(text);
            Assert.Equal(RefusalStart().Count(text), calls.Count);
            foreach (Match call in calls)
            {
                var code = call.Groups["code"].Value;
                codes.UnionWith(
                    code[0] == '"' ? [code.Trim('"')] : WordsOf(text[..call.Index], code)
                );
            }
        }
        return codes;
    }

    /// <summary>The words a variable may hold, from <c>var code = test ? "gap" : "overlap";</c> above the call.</summary>
    private static IEnumerable<string> WordsOf(string before, string variable)
    {
        var from = before.LastIndexOf($"var {variable} = ", StringComparison.Ordinal);
        if (from < 0)
        {
            // Only the method that hands its own parameter on has no words above it.
            Assert.Contains($"void Refuse(string {variable}", before, StringComparison.Ordinal);
            return [];
        }
        var words = Word().Matches(before[from..before.IndexOf(';', from)]);
        Assert.NotEmpty(words);
        return words.Select(word => word.Value.Trim('"'));
    }

    private static IEnumerable<string> NamesOf(string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, "Broken"), pattern)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    /// <summary>A broken book may name a choice on its first line: <c># … (--reading id=choice).</c></summary>
    private static RulebookLoad Load(string path)
    {
        var text = File.ReadAllText(path);
        var choices = Choice()
            .Matches(text.Split('\n')[0])
            .Select(match => (match.Groups["id"].Value, match.Groups["choice"].Value));
        return Repository.Load(text, Path.Combine(Folder, Path.GetFileName(path)), [.. choices]);
    }

    [GeneratedRegex(@"\bRefuse\((?!string )|\b[pP]roblems\.Add\(")]
    private static partial Regex RefusalStart();

    [GeneratedRegex(
        """(\bRefuse\((?!string )\s*|\b[pP]roblems\.Add\(\s*([^,()]+(\([^()]*\))?,\s*){2})(?<code>"[a-z-]+"|code\b)"""
    )]
    private static partial Regex Refusal();

    [GeneratedRegex("\"[a-z-]+\"")]
    private static partial Regex Word();

    [GeneratedRegex("--reading (?<id>[^ =]+)=(?<choice>[^ ).]+)")]
    private static partial Regex Choice();
}

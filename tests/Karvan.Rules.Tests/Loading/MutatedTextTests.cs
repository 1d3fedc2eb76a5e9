using System.Text;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Loading;

/// <summary>Whatever happens to the text of a book, the loader answers: with a book, or with problems that stand in the file.</summary>
public sealed class MutatedTextTests
{
    private const string Good = "tests/Karvan.Rules.Tests/BadFiles/good.yaml";
    private const string Accepting = "tests/Karvan.Rules.Tests/BadFiles/good-accepting.yaml";
    private const string Shipped = "rulebooks/exemplary-exporter/1402.yaml";

    private static readonly char[] YamlBreaks = ['\n', '\u0085', '\u2028', '\u2029'];

    private static readonly string[] Snippets =
    [
        "\t",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "!!x ",
        "? ",
        "- ",
        ": ",
        "#",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\0",
        "\u2028",
        "\uFEFF",
        "\uD83D\uDC2A",
        "\"\\uD800\"",
        "null",
        "~",
        "99999999999999999999999999999",
        "1e9",
        "۱۲",
        "---\n",
        "...\n",
        "\r",
        "<<: ",
    ];

    private static readonly Func<StringBuilder, Random, StringBuilder>[] Mutations =
    [
        DropLine,
        RepeatLine,
        SwapNeighbours,
        DropCharacter,
        InsertSnippet,
        MoveLine,
        ChangeIndentation,
        ReplaceWord,
        CutOff,
        BreakBytes,
    ];

    [Theory]
    [InlineData(Good, 500, 20_260_801)]
    [InlineData(Accepting, 500, 20_260_803)]
    [InlineData(Shipped, 60, 20_260_802)]
    public void MutatedText_GivesABookOrProblemsInTheFile(string file, int rounds, int seed)
    {
        var path = Repository.PathOf(file);
        var original = File.ReadAllText(path);
        var random = new Random(seed);
        var (loaded, refused) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var text = new StringBuilder(original);
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                text = Mutations[random.Next(Mutations.Length)](text, random);
            }
            try
            {
                _ = Answers(text.ToString(), path) ? loaded++ : refused++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}", e);
            }
        }
        Assert.True(loaded > 0 && refused > 0, $"{loaded} loaded, {refused} refused");
    }

    private static bool Answers(string text, string path)
    {
        var load = Repository.Load(text, path);
        if (load.Rulebook is { } book)
        {
            Assert.Empty(load.Problems);
            var written = Encoding.UTF8.GetString(CanonicalJson.Write(book.Content));
            Assert.Equal(book.Hash, Repository.Load(written, path).Rulebook!.Hash);
            return true;
        }
        Assert.NotEmpty(load.Problems);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split(YamlBreaks);
        foreach (var problem in load.Problems)
        {
            Assert.True(problem.At.Line <= lines.Length, problem.ToString());
            Assert.InRange(problem.At.Column, 1, lines[problem.At.Line - 1].Length + 1);
            Assert.DoesNotContain('\n', problem.ToString());
        }
        return false;
    }

    private static StringBuilder DropLine(StringBuilder text, Random random) =>
        WithLines(text, lines => lines.RemoveAt(random.Next(lines.Count)));

    private static StringBuilder RepeatLine(StringBuilder text, Random random) =>
        WithLines(
            text,
            lines =>
            {
                var at = random.Next(lines.Count);
                lines.Insert(at, lines[at]);
            }
        );

    private static StringBuilder MoveLine(StringBuilder text, Random random) =>
        WithLines(
            text,
            lines =>
            {
                var at = random.Next(lines.Count);
                var line = lines[at];
                lines.RemoveAt(at);
                lines.Insert(random.Next(lines.Count + 1), line);
            }
        );

    private static StringBuilder ChangeIndentation(StringBuilder text, Random random) =>
        WithLines(
            text,
            lines =>
            {
                var at = random.Next(lines.Count);
                lines[at] = new string(' ', random.Next(8)) + lines[at].TrimStart();
            }
        );

    private static StringBuilder SwapNeighbours(StringBuilder text, Random random)
    {
        if (text.Length > 1)
        {
            var at = random.Next(text.Length - 1);
            (text[at], text[at + 1]) = (text[at + 1], text[at]);
        }
        return text;
    }

    private static StringBuilder DropCharacter(StringBuilder text, Random random) =>
        text.Length == 0 ? text : text.Remove(random.Next(text.Length), 1);

    private static StringBuilder InsertSnippet(StringBuilder text, Random random) =>
        text.Insert(random.Next(text.Length + 1), Snippets[random.Next(Snippets.Length)]);

    /// <summary>Puts one word of the book where another stands.</summary>
    private static StringBuilder ReplaceWord(StringBuilder text, Random random)
    {
        var words = text.ToString().Split(' ');
        words[random.Next(words.Length)] = words[random.Next(words.Length)];
        return new StringBuilder(string.Join(' ', words));
    }

    private static StringBuilder CutOff(StringBuilder text, Random random) =>
        random.Next(8) > 0 ? text : Cut(text, random.Next(text.Length + 1));

    private static StringBuilder Cut(StringBuilder text, int length)
    {
        text.Length = length;
        return text;
    }

    private static StringBuilder BreakBytes(StringBuilder text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var i = 0; bytes.Length > 0 && i < 3; i++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
        return new StringBuilder(Encoding.UTF8.GetString(bytes));
    }

    private static StringBuilder WithLines(StringBuilder text, Action<List<string>> change)
    {
        var lines = text.ToString().Split('\n').ToList();
        change(lines);
        return new StringBuilder(string.Join('\n', lines));
    }
}

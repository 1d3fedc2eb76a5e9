using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Grammar;

/// <summary>Collects every fault of one file, so that an officer mends them in one go.</summary>
/// <param name="file">How messages name the file.</param>
/// <param name="reading">The readings swapped while this content is checked, or null for the book as written.</param>
internal sealed class Problems(string file, string? reading = null)
{
    private const int LongestPath = 200;

    private readonly List<RulebookProblem> found = [];

    public bool Any => found.Count > 0;

    public IReadOnlyList<RulebookProblem> All =>
        [
            .. found
                .OrderBy(p => p.At.Line)
                .ThenBy(p => p.At.Column)
                .ThenBy(p => p.Code, StringComparer.Ordinal),
        ];

    public void Add(
        TextNode node,
        string path,
        string code,
        string what,
        string expected,
        string? suggestion = null
    ) => Add(node.At, path, code, what, expected, suggestion);

    public void Add(
        SourcePosition at,
        string path,
        string code,
        string what,
        string expected,
        string? suggestion = null
    ) =>
        found.Add(
            new RulebookProblem(
                file,
                at,
                path.Length == 0 ? "(file)" : OneLine(path),
                code,
                what,
                expected,
                suggestion,
                reading
            )
        );

    public void AddAll(Problems others) => found.AddRange(others.found);

    private static string OneLine(string path) =>
        string.Concat(path.Take(LongestPath).Select(c => char.IsControl(c) ? ' ' : c));
}

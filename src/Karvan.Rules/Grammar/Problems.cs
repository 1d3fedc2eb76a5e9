using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Grammar;

/// <summary>Collects every fault of one file, so that an officer mends them in one go.</summary>
internal sealed class Problems(string file)
{
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
                path.Length == 0 ? "(file)" : path,
                code,
                what,
                expected,
                suggestion
            )
        );
}

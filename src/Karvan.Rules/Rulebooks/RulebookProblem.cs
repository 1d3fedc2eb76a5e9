using Karvan.Rules.Text;

namespace Karvan.Rules.Rulebooks;

/// <summary>One reason why a rulebook is refused: where, at which key, what was found and what was expected.</summary>
/// <param name="File">The name the caller gave the text.</param>
/// <param name="At">Line and column, both from 1.</param>
/// <param name="Key">The path of keys, list items by their id or number: <c>criteria.R4.2.bands[3]</c>.</param>
/// <param name="Code">A stable name of the kind of fault, for tests and tools.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right.</param>
/// <param name="Suggestion">The known word nearest to a misspelt one, or null.</param>
/// <param name="Reading">The swapped readings (<c>id=choice</c>) under which the fault shows; null when the book as written has it.</param>
public sealed record RulebookProblem(
    string File,
    SourcePosition At,
    string Key,
    string Code,
    string Found,
    string Expected,
    string? Suggestion = null,
    string? Reading = null
)
{
    public override string ToString()
    {
        var hint = Suggestion is null ? "" : $"; did you mean '{Suggestion}'?";
        var when = Reading is null ? "" : $" (with the reading {Reading})";
        return $"{File}:{At.Line}:{At.Column}: {Key}: found {Found}, expected {Expected}{hint}{when}";
    }
}

using System.Globalization;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>What the loader refuses, as the reason of a form: plain words, the line, and what it found and expected.</summary>
internal static class ProblemTexts
{
    private static readonly TextBook Book = PageTexts.LoadTexts();

    public static string Reason(RulebookProblem problem)
    {
        var known = $"rulebook-problem.{problem.Code}";
        var key = Book.Has(known) ? known : "rulebook-problem.other";
        var where = problem.Reading is { } reading ? $"{problem.Key}, {reading}" : problem.Key;
        return string.Join(
            '|',
            key,
            $"line={problem.At.Line.ToString(CultureInfo.InvariantCulture)}",
            $"key={Safe(where)}",
            $"found={Safe(problem.Found)}",
            $"expected={Safe(problem.Expected)}"
        );
    }

    /// <summary>A bar parts the values of a reason.</summary>
    private static string Safe(string text) => text.Replace('|', '/');
}

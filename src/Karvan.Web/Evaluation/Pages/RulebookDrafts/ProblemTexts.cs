using System.Globalization;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>What the loader refuses, as the reason of a form: plain words, the line, and what it found and expected.</summary>
internal static class ProblemTexts
{
    private const string Start = "rulebook-problem.";

    private static readonly HashSet<string> Known =
    [
        .. PageTexts.LoadTexts().Keys.Where(k => k.StartsWith(Start, StringComparison.Ordinal)),
    ];

    public static string Reason(RulebookProblem problem)
    {
        var key = Known.Contains(Start + problem.Code) ? Start + problem.Code : Start + "other";
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

using Karvan.Rules.Cases;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>What comes of the worked cases beside a rulebook when its text computes them.</summary>
/// <param name="Results">Of the files that can be read with it.</param>
/// <param name="Unread">The first reason why a file cannot be: it names what the text has no more, or has otherwise.</param>
public sealed record RulebookCases(
    IReadOnlyList<CaseResult> Results,
    IReadOnlyList<(string File, RulebookProblem Why)> Unread
)
{
    public int Same => Results.Count(r => r.Passed);

    public IEnumerable<CaseResult> Other => Results.Where(r => !r.Passed);

    /// <param name="book">What the package loads as.</param>
    public static RulebookCases Of(RulebookPackage package, Rulebook book)
    {
        ArgumentNullException.ThrowIfNull(package);
        var books = new RulebookVariants(choices => package.Under(book, choices));
        var (results, unread) = (
            new List<CaseResult>(),
            new List<(string File, RulebookProblem Why)>()
        );
        foreach (var (name, text) in package.CaseFiles)
        {
            var read = CaseFile.Read(text, name, books);
            if (read.Problems is [var first, ..])
            {
                unread.Add((name, first));
            }
            else
            {
                results.AddRange(CaseRunner.Run(books, read.Cases));
            }
        }
        return new RulebookCases(results, unread);
    }
}

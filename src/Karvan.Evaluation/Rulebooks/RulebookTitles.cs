using Karvan.Platform.Fields;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Rulebooks;

internal static class RulebookTitles
{
    /// <summary>Lists and campaigns keep titles and ids in columns.</summary>
    public static bool AreTooLong(Rulebook book) =>
        book.Title.Fa.Length > Lengths.Name
        || book.Title.En.Length > Lengths.Name
        || book.Id.Length > Lengths.Name;
}

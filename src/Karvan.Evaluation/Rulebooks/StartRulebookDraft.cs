using Karvan.Evaluation.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Rules.Editing;
using Karvan.Texts;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>Copies a rulebook, shipped or published, for the same year or another one.</summary>
public sealed class StartRulebookDraft(
    KarvanContext db,
    Changes changes,
    RulebookLibrary library,
    TimeProvider clock
)
{
    /// <param name="from">The hash of the rulebook that is copied.</param>
    public async Task<DraftedText> Run(
        string from,
        int year,
        LocalText title,
        CancellationToken cancellation = default
    )
    {
        var wrong = Refusals.Of(
            (library.Find(from) is null, RulebookDraftRefusal.SourceUnknown),
            (
                year is < SolarCalendar.FirstYear or > SolarCalendar.LastYear,
                RulebookDraftRefusal.YearUnknown
            ),
            (
                string.IsNullOrWhiteSpace(title.Fa) || string.IsNullOrWhiteSpace(title.En),
                RulebookDraftRefusal.TitleMissing
            ),
            (
                title.Fa.Length > Lengths.Name || title.En.Length > Lengths.Name,
                RulebookDraftRefusal.TitleTooLong
            )
        );
        if (
            wrong.Length > 0
            || library.Find(from) is not { } source
            || await library.Package(from, cancellation) is not { } package
        )
        {
            return DraftedText.Not(wrong);
        }
        var number = library
            .All()
            .Where(b => b.Year == year && string.Equals(b.Id, source.Id, StringComparison.Ordinal))
            .Select(b => b.Version)
            .DefaultIfEmpty()
            .Max();
        var copy = new RulebookText(package.Text).CopiedFor(
            source,
            year,
            number + 1,
            new LocalText(title.Fa.Trim(), title.En.Trim())
        );
        package = package with { Text = copy.Text };
        var load = package.Load();
        if (load.Rulebook is not { } book)
        {
            return DraftedText.Unloadable(load.Problems);
        }
        await using var change = await changes.Begin(EvaluationActs.DraftRulebook, cancellation);
        var made = RulebookDraft.Begin(
            from,
            package,
            book,
            (db.Me(), db.Author.Name, clock.GetUtcNow().UtcDateTime)
        );
        db.RulebookDrafts.Add(made);
        await change.Commit(new RulebookDraftBegun(made.Subject), cancellation);
        return DraftedText.Of(made);
    }
}

internal static class RulebookPeople
{
    /// <exception cref="InvalidOperationException">Nobody is signed in: a rulebook is people's work.</exception>
    public static Guid Me(this KarvanContext db) =>
        db.Actor?.PersonId
        ?? throw new InvalidOperationException("A rulebook is drafted and published by people.");
}

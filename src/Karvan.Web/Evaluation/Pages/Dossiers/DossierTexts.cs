using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>Dossiers, their items and what these lack, in words.</summary>
internal static class DossierTexts
{
    public static Status Of(DossierState state) =>
        new(
            $"dossier.state.{state}",
            state switch
            {
                DossierState.Draft => StatusKind.Going,
                DossierState.Submitted => StatusKind.Good,
                _ => StatusKind.Quiet,
            }
        );

    public static string Refused(DossierRefusal refusal) => $"dossier.refused.{refusal}";

    /// <summary>What a rulebook calls a thing, in the reader's language.</summary>
    public static Said In(this Karvan.Texts.LocalText text, PageTexts words) =>
        Said.Straight(text.In(words.Language));

    public static Said Group(Rulebook book, string? group, PageTexts words) =>
        book.ProductGroups.FirstOrDefault(g => g.Id == group) is { } known
            ? known.Title.In(words)
            : words["dossier.all-goods"];

    public static IReadOnlyList<FieldChoice> Groups(Rulebook book, PageTexts words) =>
        [.. book.ProductGroups.Select(g => new FieldChoice(g.Id, g.Title.In(words)))];

    /// <summary>An item by its own words: its kind, name, country and day.</summary>
    public static Said Item(Criterion criterion, EvidenceItem item, PageTexts words)
    {
        var ask = new EvidenceAsk(criterion, item.Kind);
        var parts = new[]
        {
            ask.Kind?.Title.In(words.Language),
            item.Name,
            item.Language is { } language
                ? CodeNames.Of(FieldKind.Language, language, words)
                : null,
            item.Country is { } country ? PlaceNames.Country(country, words) : null,
        }.OfType<string>();
        var said = string.Join(words.IsPersian ? "، " : ", ", parts);
        return said.Length == 0 ? criterion.Title.In(words) : PageTexts.Name(said);
    }

    public static Said Gap(GapFound found, PageTexts words) =>
        found switch
        {
            { Document: { } document } => words[
                "evidence.gap.Document",
                ("document", document.Title.In(words))
            ],
            { Gap: EvidenceGap.Document } => words["evidence.gap.AnyDocument"],
            { Year: { } year } => words[$"evidence.gap.{found.Gap}", ("year", words.Year(year))],
            _ => words[$"evidence.gap.{found.Gap}"],
        };

    /// <summary>So many points of so many.</summary>
    public static Said Of(Points points, Points max, PageTexts words) =>
        words["dossier.points-of", ("points", points.Value), ("max", max.Value)];

    public static Said State(CriterionPoints scored, PageTexts words) =>
        scored.IsCompared ? words["dossier.compared"]
        : scored.State is ScoreState.NoData ? words["dossier.no-data"]
        : words[$"dossier.score.{scored.State}"];
}

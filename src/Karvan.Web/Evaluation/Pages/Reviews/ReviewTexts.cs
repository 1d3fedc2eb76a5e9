using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>Reviews in words.</summary>
internal static class ReviewTexts
{
    public static Status Of(ReviewState state) =>
        new(
            $"review.state.{state}",
            state switch
            {
                ReviewState.Given => StatusKind.Now,
                ReviewState.Going => StatusKind.Going,
                ReviewState.Done => StatusKind.Good,
                _ => StatusKind.Quiet,
            }
        );

    public static ReviewState StateOf(ReviewAssignment review) =>
        review.RecusedAt is not null ? ReviewState.GivenBack
        : review.DoneAt is not null ? ReviewState.Done
        : review.ClearedAt is not null ? ReviewState.Going
        : ReviewState.Given;

    public static string Refused(ReviewRefusal refusal) => $"review.refused.{refusal}";

    public static IReadOnlyList<FieldChoice> Reasons(PageTexts words) =>
        FieldChoice.Of<RejectionReason>(r => words[$"review.reason.{r}"]);

    public static IReadOnlyList<FieldChoice> Levels(EvidenceAsk ask, PageTexts words) =>
        [
            .. ask.Levels.Select(l => new FieldChoice(
                l.Id,
                words[$"evidence.level.{l.Id}"],
                words["dossier.level-points", ("points", l.Points.Value)]
            )),
        ];

    /// <summary>What was found, with its number, level, reason and remark.</summary>
    public static IReadOnlyList<Said> Lines(Finding finding, PageTexts words)
    {
        var lines = new List<Said> { words[$"review.decision.{finding.Decision}"] };
        if (finding.Hundredths is { } number)
        {
            lines.Add(words["review.number", ("number", number / 100m)]);
        }
        if (finding.Level is { } level)
        {
            lines.Add(words[$"evidence.level.{level}"]);
        }
        if (finding.Reason is { } reason)
        {
            lines.Add(words[$"review.reason.{reason}"]);
        }
        return lines;
    }

    /// <summary>What an item says of itself, as label and value.</summary>
    public static IReadOnlyList<(Said Label, Said Value)> Facts(
        Rulebook book,
        EvidenceItem item,
        PageTexts words
    )
    {
        var ask = new EvidenceAsk(book.Criterion(item.Criterion), item.Kind);
        var facts = new List<(Said, Said)>();
        void Add(string label, Said? value)
        {
            if (value is { } said)
            {
                facts.Add((words[label], said));
            }
        }
        void Text(string label, string? text) =>
            Add(label, text is null ? null : PageTexts.Name(text));
        void Day(string label, DateOnly? day) =>
            Add(label, day is { } known ? words.Day(known) : null);
        void Body(string label, string? id) =>
            Add(
                label,
                id is not null && book.Bodies.TryGetValue(id, out var body) ? body.In(words) : null
            );

        Add("evidence.kind", ask.Kind?.Title.In(words));
        Text("evidence.name", item.Name);
        Text(
            "evidence.country",
            item.Country is { } country ? PlaceNames.Country(country, words) : null
        );
        Day("evidence.date", item.Date);
        Text(
            "evidence.language",
            item.Language is { } language
                ? CodeNames.Of(Karvan.Platform.Fields.FieldKind.Language, language, words)
                : null
        );
        Text("evidence.person", item.Person);
        Text("evidence.post", item.Post);
        Text("evidence.web-address", item.WebAddress);
        Day("evidence.day-seen", item.DaySeen);
        Day("evidence.valid-from", item.ValidFrom);
        Day("evidence.valid-until", item.ValidUntil);
        Body("evidence.under", item.Under);
        Body("evidence.endorser", item.Endorser);
        Text("evidence.endorsement-number", item.EndorsementNumber);
        Day("evidence.endorsed-on", item.EndorsedOn);
        Add(
            "evidence.quantity",
            item.Quantity is { } quantity ? words["review.number", ("number", quantity)] : null
        );
        Add("evidence.level", item.Level is { } level ? words[$"evidence.level.{level}"] : null);
        return facts;
    }
}

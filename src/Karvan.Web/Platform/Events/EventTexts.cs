using Karvan.Platform.Events;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Texts;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Platform.Events;

/// <summary>Events of the record as sentences.</summary>
internal static class EventTexts
{
    /// <summary>Details that a reader is shown.</summary>
    private static readonly string[] Notes = ["member", "reason"];

    private const string KindStart = "event.";

    public static ActivityTrail Trail(IEnumerable<AuditEvent> events, PageTexts words) =>
        new([.. events.Select(e => Of(e, words))]);

    public static Said Kind(string kind, PageTexts words) =>
        words.Has($"event.{kind}") ? words[$"event.{kind}"] : PageTexts.Name(kind);

    /// <summary>Every kind of event that has words, in the order of these.</summary>
    public static IReadOnlyList<(string Kind, Said Words)> Kinds(TextBook book, PageTexts words) =>
        [
            .. book
                .Keys.Where(k => k.StartsWith(KindStart, StringComparison.Ordinal))
                .Select(k => (Kind: k[KindStart.Length..], Words: words[k]))
                .OrderBy(k => PersianText.SortKey(k.Words.Bare), StringComparer.Ordinal),
        ];

    /// <summary>Kinds whose words hold what somebody looks for.</summary>
    public static IReadOnlyCollection<string> KindsWith(
        string? looked,
        TextBook book,
        PageTexts words
    )
    {
        var wanted = PersianText.Words(looked);
        return
        [
            .. Kinds(book, words)
                .Where(k =>
                    wanted.All(w =>
                        PersianText.SearchKey([k.Words.Bare]).Contains(w, StringComparison.Ordinal)
                    )
                )
                .Select(k => k.Kind),
        ];
    }

    public static Said Author(AuditEvent happened, PageTexts words) =>
        words.Author(happened.AuthorName, happened.AuthorId);

    /// <summary>The kind of record it happened to.</summary>
    public static Said Subject(AuditEvent happened, PageTexts words)
    {
        var key = $"subject.{happened.SubjectKind}";
        return words.Has(key) ? words[key] : PageTexts.Name(happened.SubjectKind);
    }

    public static Said Chain(string key, PageTexts words)
    {
        var (body, province) = AuditChain.Parse(key);
        Said place = province is null
            ? words["chain.country"]
            : PageTexts.Name(ReferenceTable.Provinces.Name(province, words.Language));
        return words["chain.of", ("body", words[$"body.{body}"]), ("place", place)];
    }

    private static Activity Of(AuditEvent happened, PageTexts words)
    {
        var content = EventContent.Parse(happened.Content);
        var changes = content
            .Changes.Where(c => c.Before is not null)
            .Select(c => (Change: c, Label: RecordedFields.InTrail(c, words)))
            .Where(c => c.Label is not null)
            .Select(c => new ShownChange(
                c.Label!,
                EventValues.Of(c.Change, c.Change.Before, words),
                EventValues.Of(c.Change, c.Change.After, words)
            ))
            .ToList();
        return new Activity(
            new DateTimeOffset(happened.At, TimeSpan.Zero),
            happened.AuthorName is "system" ? null : happened.AuthorName,
            Kind(happened.Kind, words),
            content.Changes.FirstOrDefault(c => c.Field == "Remark")?.After ?? Told(content),
            changes.Count > 0 ? changes : null
        );
    }

    /// <summary>What the use case itself noted: about which member, for what reason.</summary>
    private static string? Told(EventContent content)
    {
        var told = Notes
            .Select(k => content.Details.GetValueOrDefault(k))
            .OfType<string>()
            .ToList();
        return told.Count > 0 ? string.Join('\n', told) : null;
    }
}

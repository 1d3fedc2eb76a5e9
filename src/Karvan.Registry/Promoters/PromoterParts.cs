using Karvan.Platform.Fields;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>What a promoter works in: a chapter of the tariff, with their own words for it.</summary>
public sealed class PromoterField
{
    private PromoterField() { }

    internal PromoterField(Guid promoter, string chapter, string? words) =>
        (Id, PromoterId, Chapter, Words) = (Guid.CreateVersion7(), promoter, chapter, words);

    public Guid Id { get; private set; }
    public Guid PromoterId { get; private set; }

    /// <summary>Two digits.</summary>
    [Field(
        "promoter.chapter",
        Kind = FieldKind.Chapter,
        Numbered = "promoter.field-row",
        Asked = true,
        Aside = true
    )]
    public string Chapter { get; private set; } = "";

    [Field(
        "promoter.field-words",
        Hint = "promoter.field-words-hint",
        Longest = Lengths.Name,
        Numbered = "promoter.field-words-row"
    )]
    public string? Words { get; private set; }

    /// <summary>The words of several rows about one chapter; null for none.</summary>
    internal static string? Together(IEnumerable<string?> words)
    {
        var written = words
            .Where(w => !string.IsNullOrWhiteSpace(w))
            .Select(w => w!.Trim())
            .ToList();
        return written.Count > 0 ? string.Join("، ", written) : null;
    }
}

public enum LanguageLevel
{
    Basic,
    Working,
    Fluent,
    Native,
}

public sealed class PromoterLanguage
{
    private PromoterLanguage() { }

    internal PromoterLanguage(Guid promoter, string code, LanguageLevel level) =>
        (Id, PromoterId, Code, Level) = (Guid.CreateVersion7(), promoter, code, level);

    public Guid Id { get; private set; }
    public Guid PromoterId { get; private set; }

    /// <summary>ISO 639-1.</summary>
    [Field(
        "promoter.language",
        Kind = FieldKind.Language,
        Numbered = "promoter.language-row",
        Asked = true
    )]
    public string Code { get; private set; } = "";

    [Field(
        "promoter.level-label",
        Values = "promoter.level.",
        Numbered = "promoter.level-row",
        Asked = true,
        Aside = true
    )]
    public LanguageLevel Level { get; private set; }
}

/// <summary>A course that helps the work (S.b).</summary>
public sealed class PromoterCourse
{
    private PromoterCourse() { }

    internal PromoterCourse(Guid promoter, string title, string? provider, int? year) =>
        (Id, PromoterId, Title, Provider, Year) = (
            Guid.CreateVersion7(),
            promoter,
            title,
            provider,
            year
        );

    public Guid Id { get; private set; }
    public Guid PromoterId { get; private set; }

    [Field(
        "promoter.course-title",
        Longest = Lengths.Name,
        Numbered = "promoter.course-row",
        Asked = true
    )]
    public string Title { get; private set; } = "";

    [Field(
        "promoter.course-provider",
        Longest = Lengths.Name,
        Numbered = "promoter.course-row",
        Aside = true
    )]
    public string? Provider { get; private set; }

    /// <summary>Solar: few remember the day.</summary>
    [Field(
        "promoter.course-year-label",
        Hint = "promoter.course-year-hint",
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow,
        Numbered = "promoter.course-row",
        Aside = true
    )]
    public int? Year { get; private set; }
}

/// <summary>The qualities of a promoter, in the order of S.b.</summary>
public enum PromoterQuality
{
    TradeExperience,
    FieldCommand,
    Leadership,
    Education,
    Courses,
    English,
}

public enum Judgement
{
    Met,
    Partly,
    NotMet,
}

/// <summary>
/// What an expert took down of an interview. It is the bodies' own: neither the public nor the applicant reads it,
/// so that experts write what they think; the applicant gets the decision with its reason.
/// </summary>
public sealed class PromoterInterview
{
    private readonly List<InterviewFinding> findings = [];

    private PromoterInterview() { }

    internal PromoterInterview(
        Guid promoter,
        Guid interviewer,
        string interviewerName,
        InterviewNote note,
        DateTime at
    )
    {
        (Id, PromoterId, InterviewerId) = (Guid.CreateVersion7(), promoter, interviewer);
        (InterviewerName, HeldOn, WrittenAt) = (interviewerName, note.HeldOn, at);
        Overall = note.Overall.Trim();
        findings.AddRange(
            note.Findings.Select(f => new InterviewFinding(
                Id,
                f.Quality,
                f.Judgement,
                string.IsNullOrWhiteSpace(f.Note) ? null : f.Note.Trim()
            ))
        );
    }

    public Guid Id { get; private set; }
    public Guid PromoterId { get; private set; }
    public Guid InterviewerId { get; private set; }
    public string InterviewerName { get; private set; } = "";

    [Field("promoter-interview.day", Aside = true)]
    public DateOnly HeldOn { get; private set; }

    [Field("promoter-interview.overall", Longest = Lengths.Text, Rows = 4, Aside = true)]
    public string Overall { get; private set; } = "";

    public DateTime WrittenAt { get; private set; }
    public IReadOnlyList<InterviewFinding> Findings => findings;
}

/// <summary>One quality as the interviewer found it.</summary>
public sealed class InterviewFinding
{
    private InterviewFinding() { }

    internal InterviewFinding(
        Guid interview,
        PromoterQuality quality,
        Judgement judgement,
        string? note
    ) =>
        (Id, InterviewId, Quality, Judgement, Note) = (
            Guid.CreateVersion7(),
            interview,
            quality,
            judgement,
            note
        );

    public Guid Id { get; private set; }
    public Guid InterviewId { get; private set; }
    public PromoterQuality Quality { get; private set; }
    public Judgement Judgement { get; private set; }

    [Field("promoter-interview.note", Longest = Lengths.Text, Rows = 2, Aside = true)]
    public string? Note { get; private set; }
}

/// <summary>An interview as a form holds it.</summary>
/// <param name="Findings">One for each quality of S.b.</param>
public sealed record InterviewNote(
    DateOnly HeldOn,
    string Overall,
    IReadOnlyList<(PromoterQuality Quality, Judgement Judgement, string? Note)> Findings
);

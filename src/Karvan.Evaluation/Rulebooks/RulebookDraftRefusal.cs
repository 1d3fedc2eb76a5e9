using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>Why something is not done to the draft of a rulebook.</summary>
public enum RulebookDraftRefusal
{
    NotFound,

    /// <summary>It was changed since the form was opened.</summary>
    Stale,

    /// <summary>No rulebook, shipped or published, has this content.</summary>
    SourceUnknown,

    YearUnknown,
    TitleMissing,
    TitleTooLong,

    /// <summary>Sent, published or dropped: nobody changes it.</summary>
    NotOpen,

    /// <summary>It does not wait for approval.</summary>
    NotSent,

    /// <summary>Who drafts it alone works on it.</summary>
    NotYours,

    /// <summary>Who drafted it does not approve it.</summary>
    OwnWork,

    NoReason,

    /// <summary>The loader refuses it; its problems say where and why.</summary>
    DoesNotLoad,

    /// <summary>It would belong to another family of rulebooks.</summary>
    OtherFamily,

    /// <summary>There is a rulebook of this year and version already.</summary>
    NumberTaken,
}

/// <summary>What became of a change of a draft's text.</summary>
/// <param name="Problems">The loader's own refusals, with their lines; none where it loads.</param>
public sealed record DraftedText(
    RulebookDraft? Draft,
    IReadOnlyList<RulebookDraftRefusal> Reasons,
    IReadOnlyList<RulebookProblem> Problems
)
{
    public bool Done => Draft is not null;

    internal static DraftedText Of(RulebookDraft draft) => new(draft, [], []);

    internal static DraftedText Not(params RulebookDraftRefusal[] reasons) =>
        new(null, reasons, []);

    internal static DraftedText Unloadable(IReadOnlyList<RulebookProblem> problems) =>
        new(null, [RulebookDraftRefusal.DoesNotLoad], problems);
}

using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>
/// A rulebook that two people published: its exact text with the files it loads by. Nothing changes it any more; a correction is
/// another version.
/// </summary>
public sealed class PublishedRulebook : IOwned
{
    private PublishedRulebook() { }

    public Guid Id { get; private set; }

    [Field("rulebook-draft.family", Longest = Lengths.Name)]
    public string RulebookId { get; private set; } = "";

    [Field("rulebook-draft.year")]
    public int Year { get; private set; }

    [Field("rulebook-draft.number")]
    public int Number { get; private set; }

    [Field("rulebook-draft.title-fa", Longest = Lengths.Name)]
    public string TitleFa { get; private set; } = "";

    [Field("rulebook-draft.title-en", Longest = Lengths.Name)]
    public string TitleEn { get; private set; } = "";

    /// <summary>Over its content, as every result carries it.</summary>
    [Field("campaign.rulebook-hash", Longest = 64)]
    public string Hash { get; private set; } = "";

    [NotRecorded]
    public string Text { get; private set; } = "";

    [NotRecorded]
    public string Beside { get; private set; } = "";

    [Field("rulebook-draft.text-hash", Longest = 64)]
    public string TextHash { get; private set; } = "";

    /// <summary>The one it follows, from whose list of countries the changes are told.</summary>
    [Field("rulebook-draft.before", Longest = 64)]
    public string? BeforeHash { get; private set; }

    public Guid DraftId { get; private set; }
    public Guid DrafterId { get; private set; }

    [Field("rulebook-draft.drafter", Longest = Lengths.Name)]
    public string DrafterName { get; private set; } = "";

    public Guid ApproverId { get; private set; }

    [Field("rulebook-draft.approver", Longest = Lengths.Name)]
    public string ApproverName { get; private set; } = "";

    public DateTime PublishedAt { get; private set; }

    public RulebookPackage Package => RulebookPackage.Of(Text, Beside);

    public Subject Subject => new(nameof(PublishedRulebook), Id, Body.TradePromotion);

    internal static PublishedRulebook Of(
        RulebookDraft draft,
        Rulebook book,
        string? before,
        (Guid Id, string Name, DateTime At) by
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RulebookId = book.Id,
            Year = book.Year,
            Number = book.Version,
            TitleFa = book.Title.Fa,
            TitleEn = book.Title.En,
            Hash = book.Hash,
            Text = draft.Text,
            Beside = draft.Beside,
            TextHash = draft.TextHash,
            BeforeHash = before,
            DraftId = draft.Id,
            DrafterId = draft.DrafterId,
            DrafterName = draft.DrafterName,
            ApproverId = by.Id,
            ApproverName = by.Name,
            PublishedAt = by.At,
        };
}

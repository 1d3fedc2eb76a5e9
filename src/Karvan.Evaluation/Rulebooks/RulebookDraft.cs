using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Rulebooks;

public enum RulebookDraftState
{
    /// <summary>Its drafter works on it.</summary>
    Open,

    /// <summary>It waits for somebody else's approval, and nobody changes it meanwhile.</summary>
    Sent,

    Published,

    Dropped,
}

/// <summary>A part of a rulebook that has a form of its own.</summary>
public enum RulebookPart
{
    Names,
    Years,
    Points,
    Bands,
    Weights,
    Lists,
    Readings,
    Text,
}

/// <summary>
/// A rulebook that somebody writes, copied from another one. It is one person's: who approves it has written nothing of it. At
/// any time its text is one that loads.
/// </summary>
public sealed class RulebookDraft : IOwned
{
    private RulebookDraft() { }

    public Guid Id { get; private set; }

    /// <summary>Of its family.</summary>
    [Field("rulebook-draft.family", Longest = Lengths.Name)]
    public string RulebookId { get; private set; } = "";

    [Field("rulebook-draft.year", Length = FieldLength.Narrow)]
    public int Year { get; private set; }

    [Field("rulebook-draft.number", Length = FieldLength.Narrow)]
    public int Number { get; private set; }

    [Field("rulebook-draft.title-fa", Longest = Lengths.Name)]
    public string TitleFa { get; private set; } = "";

    [Field("rulebook-draft.title-en", Longest = Lengths.Name)]
    public string TitleEn { get; private set; } = "";

    [NotRecorded]
    public string Text { get; private set; } = "";

    /// <summary>The files beside it, as they were beside the one it was copied from.</summary>
    [NotRecorded]
    public string Beside { get; private set; } = "";

    /// <summary>Of the text, so that the record of changes tells which one each change left.</summary>
    [Field("rulebook-draft.text-hash", Longest = 64)]
    public string TextHash { get; private set; } = "";

    /// <summary>The rulebook it was copied from.</summary>
    [Field("rulebook-draft.from", Longest = 64)]
    public string FromHash { get; private set; } = "";

    [Field("rulebook-draft.state", Values = "rulebook-draft.state.")]
    public RulebookDraftState State { get; private set; }

    public Guid DrafterId { get; private set; }

    [Field("rulebook-draft.drafter", Longest = Lengths.Name)]
    public string DrafterName { get; private set; } = "";

    /// <summary>Why it came back.</summary>
    [Field("rulebook-draft.remark", Longest = Lengths.Text, Rows = 3, Aside = true)]
    public string? Remark { get; private set; }

    public DateTime BegunAt { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    public RulebookPackage Package => RulebookPackage.Of(Text, Beside);

    public Subject Subject => SubjectOf(Id);

    public bool IsOpenTo(Guid? person) => OpenTo(person) is null;

    public bool IsSentBy(Guid? person) => State is RulebookDraftState.Sent && DrafterId == person;

    /// <exception cref="InvalidOperationException">It does not load, which no use case lets happen.</exception>
    public Rulebook Loaded() =>
        Package.Load().Rulebook
        ?? throw new InvalidOperationException($"The draft {Id} does not load.");

    /// <summary>Document R is the trade side's, and a rulebook the whole country's.</summary>
    public static Subject SubjectOf(Guid? id = null) =>
        new(nameof(RulebookDraft), id, Body.TradePromotion);

    internal static RulebookDraft Begin(
        string from,
        RulebookPackage package,
        Rulebook book,
        (Guid Id, string Name, DateTime At) by
    )
    {
        var made = new RulebookDraft
        {
            Id = Guid.CreateVersion7(),
            FromHash = from,
            Beside = package.BesideJson(),
            DrafterId = by.Id,
            DrafterName = by.Name,
            BegunAt = by.At,
        };
        made.Take(package.Text, book);
        return made;
    }

    internal RulebookDraftRefusal? Edit(Guid by, string text, Rulebook book)
    {
        if (OpenTo(by) is { } refusal)
        {
            return refusal;
        }
        Take(text, book);
        Version++;
        return null;
    }

    /// <summary>Why somebody does not work on it; null where they may.</summary>
    internal RulebookDraftRefusal? OpenTo(Guid? person) =>
        State is not RulebookDraftState.Open ? RulebookDraftRefusal.NotOpen
        : person != DrafterId ? RulebookDraftRefusal.NotYours
        : null;

    internal RulebookDraftRefusal? Send(Guid by) => Move(OpenTo(by), RulebookDraftState.Sent);

    internal RulebookDraftRefusal? Drop(Guid by) => Move(OpenTo(by), RulebookDraftState.Dropped);

    internal RulebookDraftRefusal? TakeBack(Guid by) =>
        Move(
            State is not RulebookDraftState.Sent ? RulebookDraftRefusal.NotSent
                : by != DrafterId ? RulebookDraftRefusal.NotYours
                : null,
            RulebookDraftState.Open
        );

    internal RulebookDraftRefusal? Return(Guid by, string reason)
    {
        var refusal = DecidedBy(by) ?? Move(null, RulebookDraftState.Open);
        if (refusal is null)
        {
            Remark = reason.Trim();
        }
        return refusal;
    }

    internal RulebookDraftRefusal? Publish(Guid by) =>
        DecidedBy(by) ?? Move(null, RulebookDraftState.Published);

    /// <summary>Two people publish a rulebook: who wrote it, and somebody else.</summary>
    private RulebookDraftRefusal? DecidedBy(Guid person) =>
        State is not RulebookDraftState.Sent ? RulebookDraftRefusal.NotSent
        : person == DrafterId ? RulebookDraftRefusal.OwnWork
        : null;

    private RulebookDraftRefusal? Move(RulebookDraftRefusal? refusal, RulebookDraftState to)
    {
        if (refusal is null)
        {
            State = to;
            Remark = null;
            Version++;
        }
        return refusal;
    }

    private void Take(string text, Rulebook book)
    {
        (Text, TextHash) = (text, RulebookText.HashOf(text));
        (RulebookId, Year, Number) = (book.Id, book.Year, book.Version);
        (TitleFa, TitleEn) = (book.Title.Fa, book.Title.En);
    }
}

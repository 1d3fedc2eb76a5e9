using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Modules;
using Karvan.Platform.Values;

namespace Karvan.Platform.Papers;

public enum PaperState
{
    /// <summary>It may still be changed, and has no number.</summary>
    Draft,

    /// <summary>It has its number and day; from here on nothing that is printed changes.</summary>
    Numbered,

    /// <summary>The signed copy is filed beside it.</summary>
    Filed,

    /// <summary>It holds no more, or never left the house; its number is not given again.</summary>
    Withdrawn,
}

/// <summary>
/// A paper that a body sends out under its letterhead: what is printed, its number and day, and the signed copy. It stays
/// with the body that issued it, whatever becomes of the record it is about.
/// </summary>
public sealed class OfficialPaper : IOwned
{
    public const int LongestTitle = 200;
    public const int LongestNumber = 40;
    public const int LongestReason = 500;
    public const int MostEnclosures = 999;
    public const int MostSignatories = 4;

    private const string Unissued = "Draft";

    private OfficialPaper() { }

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    public Body Body { get; private set; }
    public string? Province { get; private set; }

    /// <summary>Body and province in one: what numbers are counted by.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>The firm it is about, if about one.</summary>
    public Guid? EnterpriseId { get; private set; }

    /// <summary>The record it is about.</summary>
    public string AboutKind { get; private set; } = "";
    public Guid AboutId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>What it is found by.</summary>
    [NotRecorded]
    public string SearchKey { get; private set; } = "";
    public PaperState State { get; private set; }

    /// <summary>As it is printed, with Latin digits.</summary>
    public string? Number { get; private set; }

    /// <summary>The number without spelling: a body gives it once in a solar year.</summary>
    public string? NumberKey { get; private set; }
    public DateOnly? Day { get; private set; }

    /// <summary>The solar year of its day.</summary>
    public int? Year { get; private set; }

    /// <summary>Which of the year's papers it is, where they are counted here.</summary>
    public int? Ordinal { get; private set; }

    /// <summary>What is printed, as JSON. The record of changes keeps its fingerprint.</summary>
    [NotRecorded]
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of the content, from the day on which it was fixed.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>The signed paper, scanned.</summary>
    public Guid? SignedCopyId { get; private set; }
    public string? WithdrawnFor { get; private set; }
    public string DraftedBy { get; private set; } = "";
    public DateTime DraftedAt { get; private set; }
    public int Version { get; private set; }

    public Subject Subject =>
        SubjectOf(Body, Province, EnterpriseId, Id) with
        {
            State = Number is null ? Unissued : PlatformActs.IssuedPaper,
        };

    /// <summary>Whether what is printed is what was fixed when it got its number.</summary>
    public bool IsIntact => Fingerprint is null || Fingerprint == PaperSheet.FingerprintOf(Content);

    public PaperSheet Sheet => PaperSheet.Parse(Content);

    /// <param name="id">Null for one that is yet to be drafted.</param>
    public static Subject SubjectOf(
        Body body,
        string? province,
        Guid? enterprise,
        Guid? id = null
    ) => new(nameof(OfficialPaper), id, body, province, enterprise, State: Unissued);

    internal static OfficialPaper Draft(
        PaperKind kind,
        Letterhead head,
        Subject about,
        PaperSheet sheet,
        string by,
        DateTime at
    )
    {
        var paper = new OfficialPaper
        {
            Id = Guid.CreateVersion7(),
            Kind = kind.Name,
            Body = head.Body,
            Province = head.Province,
            Issuer = head.Issuer,
            EnterpriseId = about.EnterpriseId,
            AboutKind = about.Kind,
            AboutId =
                about.Id
                ?? throw new ArgumentException("A paper is about a record.", nameof(about)),
            DraftedBy = by,
            DraftedAt = at,
        };
        paper.Put(sheet);
        return paper;
    }

    /// <exception cref="InvalidOperationException">It has a number.</exception>
    internal void Edit(PaperSheet sheet)
    {
        if (State is not PaperState.Draft)
        {
            throw new InvalidOperationException("What is printed is fixed.");
        }
        Put(sheet);
        Version++;
    }

    /// <summary>Fixes what is printed.</summary>
    internal void Fix(PaperSheet sheet, string number, DateOnly day, int? ordinal)
    {
        Put(sheet with { Number = number, Day = day });
        (Number, NumberKey, Day) = (number, NumberPattern.KeyOf(number), day);
        (Year, Ordinal) = (SolarDate.Year(day), ordinal);
        Fingerprint = PaperSheet.FingerprintOf(Content);
        State = PaperState.Numbered;
        Version++;
    }

    internal void File(Guid signedCopy)
    {
        (SignedCopyId, State) = (signedCopy, PaperState.Filed);
        Version++;
    }

    internal void Withdraw(string reason)
    {
        (WithdrawnFor, State) = (reason, PaperState.Withdrawn);
        Version++;
    }

    private void Put(PaperSheet sheet)
    {
        (Title, Content) = (sheet.Title, sheet.ToJson());
        SearchKey = PersianText.SearchKey([sheet.Title, sheet.Recipient, sheet.Number]);
    }
}

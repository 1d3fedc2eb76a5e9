using Karvan.Platform.Events;
using Karvan.Platform.Values;
using Karvan.Texts;

namespace Karvan.Platform.Papers;

/// <summary>Where the numbers of a body's papers come from.</summary>
public enum Numbering
{
    /// <summary>The body's own secretariat gives them; they are typed with their day.</summary>
    Typed,

    /// <summary>They are counted here, from one in each solar year.</summary>
    Counted,
}

/// <summary>What an officer says of a letterhead.</summary>
/// <param name="Above">What the body belongs to.</param>
public sealed record LetterheadEntry(
    DateOnly From,
    LocalText Name,
    LocalText Above,
    LocalText Address,
    string? Contact,
    Numbering Numbering,
    string? Pattern,
    int FirstNumber,
    IReadOnlyList<Signatory> SignatoriesFa,
    IReadOnlyList<Signatory> SignatoriesEn
);

/// <summary>What stands above the papers of a body in a province, or in the country, from a day on until the next begins.</summary>
public sealed class Letterhead
{
    public const int LongestAddress = 300;

    /// <summary>Beyond it a count is a slip of the hand.</summary>
    public const int HighestFirst = 1_000_000;

    private Letterhead() { }

    public Guid Id { get; private set; }
    public Body Body { get; private set; }

    /// <summary>Code; null for the body's own office, of the whole country.</summary>
    public string? Province { get; private set; }

    /// <summary>Body and province in one: what numbers are counted by.</summary>
    public string Issuer { get; private set; } = "";
    public DateOnly From { get; private set; }
    public string NameFa { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string AboveFa { get; private set; } = "";
    public string AboveEn { get; private set; } = "";
    public string AddressFa { get; private set; } = "";
    public string AddressEn { get; private set; } = "";

    /// <summary>Telephone, telefax, web address.</summary>
    public string? Contact { get; private set; }
    public Numbering Numbering { get; private set; }
    public string? Pattern { get; private set; }

    /// <summary>The first number of the year in which it begins: a register that was kept elsewhere goes on.</summary>
    public int FirstNumber { get; private set; } = 1;

    /// <summary>Those who usually sign, as JSON.</summary>
    public string SignatoriesFa { get; private set; } = None;
    public string SignatoriesEn { get; private set; } = None;
    public int Version { get; private set; }

    private const string None = "[]";

    public Subject Subject => SubjectOf(Body, Province, Id);

    /// <param name="id">Null for one that is yet to be made.</param>
    public static Subject SubjectOf(Body body, string? province, Guid? id = null) =>
        new(nameof(Letterhead), id, body, province);

    public static string IssuerOf(Body body, string? province) => AuditChain.KeyOf(body, province);

    public IReadOnlyList<Signatory> Signatories(Language language) =>
        PaperJson.Read<List<Signatory>>(
            language is Language.Persian ? SignatoriesFa : SignatoriesEn
        );

    public PaperHead Head(Language language)
    {
        var head =
            language is Language.Persian
                ? new PaperHead(AboveFa, NameFa, AddressFa, Contact)
                : new PaperHead(AboveEn, NameEn, AddressEn, Contact);
        return head with { Above = Blank(head.Above), Address = Blank(head.Address) };
    }

    internal static Letterhead Begin(Body body, string? province) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Body = body,
            Province = province,
            Issuer = IssuerOf(body, province),
        };

    internal void Take(LetterheadEntry entry)
    {
        (From, Contact) = (entry.From, Blank(entry.Contact));
        (NameFa, NameEn) = (entry.Name.Fa.Trim(), entry.Name.En.Trim());
        (AboveFa, AboveEn) = (entry.Above.Fa.Trim(), entry.Above.En.Trim());
        (AddressFa, AddressEn) = (entry.Address.Fa.Trim(), entry.Address.En.Trim());
        (Numbering, FirstNumber) = (entry.Numbering, entry.FirstNumber);
        Pattern = entry.Numbering is Numbering.Counted ? entry.Pattern?.Trim() : null;
        SignatoriesFa = PaperJson.Write(entry.SignatoriesFa);
        SignatoriesEn = PaperJson.Write(entry.SignatoriesEn);
    }

    internal void Touch() => Version++;

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;

namespace Karvan.Consortia;

public enum ConsortiumState
{
    Registered,
    Dissolved,
}

/// <summary>What a form holds of a consortium.</summary>
/// <param name="Province">Two-digit code.</param>
/// <param name="ProductGroups">Codes of the list of product groups.</param>
/// <param name="EnterpriseId">The consortium's own firm, where it exports under a legal id of its own.</param>
public sealed record ConsortiumProfile(
    string NameFa,
    string Province,
    string RegistrationNumber,
    DateOnly RegisteredOn,
    string? NameEn = null,
    string? ProductLine = null,
    Guid? EnterpriseId = null
)
{
    public IReadOnlyList<string> ProductGroups { get; init; } = [];
}

/// <summary>A registered consortium with its members, each from a day on (clauses G4.c, S.d).</summary>
public sealed class Consortium : IOwned
{
    private readonly List<ConsortiumMember> members = [];

    private Consortium() { }

    public Guid Id { get; private set; }

    [Field("consortium.name-fa", Longest = Lengths.Name)]
    public string NameFa { get; private set; } = "";

    [Field("consortium.name-en", Longest = Lengths.Name)]
    public string? NameEn { get; private set; }

    [Field("enterprise.province", Kind = FieldKind.Province, Length = FieldLength.Middle)]
    public string Province { get; private set; } = "";

    [Field("consortium.product-line", Longest = Lengths.Name)]
    public string? ProductLine { get; private set; }

    /// <summary>Codes, each between two spaces.</summary>
    [Field("consortium.groups", Kind = FieldKind.Codes)]
    public string ProductGroups { get; private set; } = "";

    [Field(
        "consortium.number",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Middle
    )]
    public string RegistrationNumber { get; private set; } = "";

    /// <summary>The day of its legal registration.</summary>
    [Field("consortium.registered")]
    public DateOnly RegisteredOn { get; private set; }

    /// <summary>A registered consortium may itself be an exporter.</summary>
    public Guid? EnterpriseId { get; private set; }

    public ConsortiumState State { get; private set; }

    /// <summary>Its last day; null while it stands.</summary>
    public DateOnly? DissolvedOn { get; private set; }

    /// <summary>Rises with every change, of its members too.</summary>
    public int Version { get; private set; }

    public string SearchKey { get; private set; } = "";

    [NotRecorded]
    [SortKeyOf(nameof(NameFa))]
    public string SortKey { get; private set; } = "";

    public IReadOnlyList<ConsortiumMember> Members => members;

    public IEnumerable<string> Groups =>
        ProductGroups.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public Subject Subject => SubjectIn(Province, Id);

    /// <summary>As a firm may ask for it: a consortium is also each member's, of today or of before.</summary>
    public Subject SubjectFor(Guid? firm) =>
        firm is { } id && (EnterpriseId == id || members.Exists(m => m.EnterpriseId == id))
            ? Subject with
            {
                EnterpriseId = id,
            }
            : Subject;

    public static Subject SubjectIn(string province, Guid? id = null) =>
        new(nameof(Consortium), id, Body.SmallIndustries, province);

    public IEnumerable<ConsortiumMember> MembersOn(DateOnly day) =>
        members.Where(m => Period.Holds(m.From, m.To, day));

    internal static Consortium Record(ConsortiumProfile profile)
    {
        var made = new Consortium { Id = Guid.CreateVersion7() };
        made.Take(profile);
        return made;
    }

    internal void Edit(ConsortiumProfile profile)
    {
        Take(profile);
        Version++;
    }

    internal ConsortiumRefusal? Join(Guid enterprise, DateOnly from)
    {
        if (State is ConsortiumState.Dissolved)
        {
            return ConsortiumRefusal.Dissolved;
        }
        if (enterprise == EnterpriseId)
        {
            return ConsortiumRefusal.OwnFirm;
        }
        if (
            members.Exists(m =>
                m.EnterpriseId == enterprise && Period.Meet(m.From, m.To, from, null)
            )
        )
        {
            return ConsortiumRefusal.AlreadyMember;
        }
        members.Add(new ConsortiumMember(Id, enterprise, from));
        Version++;
        return null;
    }

    internal ConsortiumRefusal? Leave(Guid member, DateOnly last)
    {
        var found = members.Find(m => m.Id == member);
        if (found is null || found.To is not null)
        {
            return ConsortiumRefusal.NotMember;
        }
        if (last < found.From)
        {
            return ConsortiumRefusal.PeriodReversed;
        }
        found.End(last);
        Version++;
        return null;
    }

    internal ConsortiumRefusal? Remove(Guid member)
    {
        if (members.RemoveAll(m => m.Id == member) == 0)
        {
            return ConsortiumRefusal.NotMember;
        }
        Version++;
        return null;
    }

    /// <summary>Its members leave with its last day.</summary>
    internal ConsortiumRefusal? Dissolve(DateOnly last)
    {
        if (State is ConsortiumState.Dissolved)
        {
            return ConsortiumRefusal.Dissolved;
        }
        if (last < RegisteredOn || members.Exists(m => m.To is null && m.From > last))
        {
            return ConsortiumRefusal.PeriodReversed;
        }
        (State, DissolvedOn) = (ConsortiumState.Dissolved, last);
        foreach (var member in members.Where(m => m.To is null))
        {
            member.End(last);
        }
        Version++;
        return null;
    }

    private void Take(ConsortiumProfile profile)
    {
        NameFa = profile.NameFa.Trim();
        NameEn = Blank(profile.NameEn);
        Province = profile.Province;
        ProductLine = Blank(profile.ProductLine);
        ProductGroups = string.Concat(
            profile
                .ProductGroups.Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select((c, i) => i == 0 ? $" {c} " : $"{c} ")
        );
        RegistrationNumber = PersianText.LatinDigits(profile.RegistrationNumber).Trim();
        RegisteredOn = profile.RegisteredOn;
        EnterpriseId = profile.EnterpriseId;
        SearchKey = PersianText.SearchKey([NameFa, NameEn, ProductLine, RegistrationNumber]);
    }

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A firm in a consortium, from a day to another.</summary>
public sealed class ConsortiumMember
{
    private ConsortiumMember() { }

    internal ConsortiumMember(Guid consortium, Guid enterprise, DateOnly from) =>
        (Id, ConsortiumId, EnterpriseId, From) = (
            Guid.CreateVersion7(),
            consortium,
            enterprise,
            from
        );

    public Guid Id { get; private set; }
    public Guid ConsortiumId { get; private set; }
    public Guid EnterpriseId { get; private set; }

    [Field("member.from")]
    public DateOnly From { get; private set; }

    /// <summary>The last day; null while it is a member.</summary>
    [Field("member.to")]
    public DateOnly? To { get; private set; }

    internal void End(DateOnly last) => To = last;
}

/// <summary>Why something is not done to a consortium.</summary>
public enum ConsortiumRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NameMissing,
    ProvinceUnknown,
    NumberMissing,
    DayInFuture,
    ProductGroupUnknown,

    /// <summary>The province has a consortium with this number and day on record.</summary>
    AlreadyRecorded,

    /// <summary>The firm is not there, or not the asker's to see.</summary>
    FirmNotFound,

    /// <summary>The firm is another consortium's own.</summary>
    FirmTaken,

    /// <summary>A consortium's own firm is not its member.</summary>
    OwnFirm,

    /// <summary>The firm is a member for some of these days.</summary>
    AlreadyMember,

    NotMember,

    /// <summary>The last day lies before the first.</summary>
    PeriodReversed,

    Dissolved,

    /// <summary>To take a membership off the record takes a reason.</summary>
    NoReason,
}

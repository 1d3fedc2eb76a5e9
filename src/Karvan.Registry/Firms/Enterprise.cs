using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Registry.Firms;

/// <summary>Where a firm's registration stands.</summary>
public enum VerificationState
{
    /// <summary>The firm has sent it in; the provincial expert has it.</summary>
    Waiting,

    /// <summary>The expert asked; the firm has it.</summary>
    Asked,

    Verified,
    Refused,
}

/// <summary>
/// A firm, whoever may know it by whatever number: the id is our own, outside ids come and go with their dates.
/// </summary>
public sealed class Enterprise : IOwned
{
    private readonly List<OutsideId> outsideIds = [];
    private readonly List<ProductLine> productLines = [];
    private readonly List<EnterpriseOrigin> origins = [];
    private readonly List<EnterpriseContact> contacts = [];
    private readonly List<EnterpriseTrace> traces = [];

    private Enterprise() { }

    public Guid Id { get; private set; }

    [Field("enterprise.name-fa", Hint = "enterprise.name-fa-hint", Longest = Lengths.Name)]
    public string NameFa { get; private set; } = "";

    [Field("enterprise.name-en", Longest = Lengths.Name)]
    public string? NameEn { get; private set; }

    [Field("enterprise.province", Kind = FieldKind.Province, Length = FieldLength.Middle)]
    public string Province { get; private set; } = "";

    [Field("enterprise.estate", Longest = Lengths.Name)]
    public string? IndustrialEstate { get; private set; }

    [Field("enterprise.address", Longest = Lengths.Note, Rows = 2)]
    public string? Address { get; private set; }

    [Field("enterprise.sector", Longest = Lengths.Name)]
    public string? Sector { get; private set; }

    [Field("enterprise.employees", Length = FieldLength.Narrow)]
    public int? Employees { get; private set; }

    public VerificationState State { get; private set; }

    /// <summary>Why it was asked about or refused, in the expert's words.</summary>
    [Field(
        "enterprise.decide.remark",
        Hint = "enterprise.decide.remark-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    /// <summary>The firm that goes on with this one's business after a merger.</summary>
    public Guid? SuccessorId { get; private set; }

    public DateOnly? SucceededOn { get; private set; }
    public DateTime RegisteredAt { get; private set; }

    /// <summary>Rises with every change; a form that was filled in over an older one is refused.</summary>
    public int Version { get; private set; }

    public string SearchKey { get; private set; } = "";

    [NotRecorded]
    [SortKeyOf(nameof(NameFa))]
    public string SortKey { get; private set; } = "";

    public IReadOnlyList<OutsideId> OutsideIds => outsideIds;
    public IReadOnlyList<ProductLine> ProductLines => productLines;
    public IReadOnlyList<EnterpriseOrigin> Origins => origins;
    public IReadOnlyList<EnterpriseContact> Contacts => contacts;

    /// <summary>By what likely twins are found; derived, and there only where an edit needs them.</summary>
    public IReadOnlyList<EnterpriseTrace> Traces => traces;

    public Subject Subject => new(nameof(Enterprise), Id, Body.Shared, Province, Id);

    public static Enterprise Register(
        EnterpriseProfile profile,
        OutsideIdKind kind,
        string number,
        DateTime at
    )
    {
        var firm = new Enterprise
        {
            Id = Guid.CreateVersion7(),
            RegisteredAt = at,
            State = VerificationState.Waiting,
        };
        firm.outsideIds.Add(new OutsideId(firm.Id, kind, number, DateOnly.FromDateTime(at)));
        firm.Take(profile);
        return firm;
    }

    /// <summary>
    /// Takes over what the firm says of itself. A question of the expert is answered by it; the province of a
    /// verified firm, and its name, are what was verified, and go back to the expert.
    /// </summary>
    public void Edit(EnterpriseProfile profile)
    {
        var identity = (NameFa, Province);
        Take(profile);
        if (
            State is VerificationState.Asked or VerificationState.Refused
            || (State is VerificationState.Verified && identity != (NameFa, Province))
        )
        {
            State = VerificationState.Waiting;
        }
        Version++;
    }

    /// <returns>Null, or why not.</returns>
    public EnterpriseRefusal? Decide(VerificationState decision, string? remark)
    {
        if (State is not VerificationState.Waiting)
        {
            return EnterpriseRefusal.NotWaiting;
        }
        if (decision is VerificationState.Waiting)
        {
            return EnterpriseRefusal.NoDecision;
        }
        if (decision is not VerificationState.Verified && string.IsNullOrWhiteSpace(remark))
        {
            return EnterpriseRefusal.NoReason;
        }
        (State, Remark) = (decision, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
        Version++;
        return null;
    }

    /// <returns>Null, or why not.</returns>
    public EnterpriseRefusal? Answer()
    {
        if (State is not VerificationState.Asked)
        {
            return EnterpriseRefusal.NotAsked;
        }
        State = VerificationState.Waiting;
        Version++;
        return null;
    }

    internal void Succeed(Guid successor, DateOnly day)
    {
        (SuccessorId, SucceededOn) = (successor, day);
        Version++;
    }

    internal void UndoSuccession()
    {
        (SuccessorId, SucceededOn) = (null, null);
        Version++;
    }

    private void Take(EnterpriseProfile profile)
    {
        NameFa = profile.NameFa.Trim();
        NameEn = Blank(profile.NameEn);
        Province = profile.Province;
        IndustrialEstate = Blank(profile.IndustrialEstate);
        Address = Blank(profile.Address);
        Sector = Blank(profile.Sector);
        Employees = profile.Employees;
        Replace(
            productLines,
            profile
                .ProductLines.DistinctBy(p => p.HsCode, StringComparer.Ordinal)
                .Select(p => new ProductLine(Id, p.HsCode, p.Name)),
            p => (p.HsCode, p.Name)
        );
        Replace(
            origins,
            profile
                .Origins.DistinctBy(o => o.Kind)
                .Select(o => new EnterpriseOrigin(Id, o.Kind, o.Name)),
            o => (o.Kind, o.Name)
        );
        Replace(
            contacts,
            profile.Contacts.Select(c => new EnterpriseContact(
                Id,
                c.Name,
                c.Position,
                c.Phone,
                c.Email
            )),
            c => (c.Name, c.Position, c.Phone, c.Email)
        );
        SearchKey = PersianText.SearchKey([NameFa, NameEn, .. outsideIds.Select(i => i.Number)]);
        Replace(traces, Firms.Traces.Of(this).Select(k => new EnterpriseTrace(Id, k)), t => t.Key);
    }

    /// <summary>Rows that stay as they were are left alone, so that the record shows what changed and no more.</summary>
    private static void Replace<T, TKey>(List<T> rows, IEnumerable<T> wanted, Func<T, TKey> same)
        where TKey : notnull
    {
        var keep = wanted.ToDictionary(same);
        rows.RemoveAll(r => !keep.Remove(same(r)));
        rows.AddRange(keep.Values);
    }

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

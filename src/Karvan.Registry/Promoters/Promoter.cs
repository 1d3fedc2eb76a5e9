using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>Where an application to the promoters' databank stands, and later the promoter.</summary>
public enum PromoterState
{
    /// <summary>Seen by its author alone.</summary>
    Draft,

    /// <summary>With the expert of the province and the Organization.</summary>
    Submitted,

    /// <summary>An expert asked; the author has it.</summary>
    Asked,

    /// <summary>In the databank.</summary>
    Approved,

    Refused,

    /// <summary>Out of the databank for a while.</summary>
    Suspended,

    /// <summary>Gone for good; a new application may be made.</summary>
    Withdrawn,
}

/// <summary>Somebody who applies to the promoters' databank (G1.a) with the qualities of S.b, and stands in it once approved.</summary>
public sealed partial class Promoter : IOwned
{
    private readonly List<PromoterField> fields = [];
    private readonly List<PromoterLanguage> languages = [];
    private readonly List<PromoterCourse> courses = [];
    private readonly List<PromoterInterview> interviews = [];

    private Promoter() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    [Field("promoter.name-fa", Longest = Lengths.Name, Asked = true, Autocomplete = "name")]
    public string NameFa { get; private set; } = "";

    [Field(
        "promoter.name-en",
        Hint = "promoter.name-en-hint",
        Longest = Lengths.Name,
        Asked = true
    )]
    public string? NameEn { get; private set; }

    /// <summary>Of residence: its expert interviews. Null while a draft does not say it.</summary>
    [Field(
        "promoter.province",
        Hint = "promoter.province-hint",
        Kind = FieldKind.Province,
        Length = FieldLength.Middle,
        Asked = true
    )]
    public string? Province { get; private set; }

    /// <summary>The provinces they work in, as <see cref="Provinces.Text"/> has them: a query can look into it.</summary>
    public string Serves { get; private set; } = "";

    /// <summary>Of work in foreign trade.</summary>
    [Field("promoter.years", Length = FieldLength.Narrow, Asked = true)]
    public int? TradeYears { get; private set; }

    [Field(
        "promoter.trade-experience",
        Hint = "promoter.trade-experience-hint",
        Longest = Lengths.Text,
        Rows = 6,
        Asked = true
    )]
    public string? TradeExperience { get; private set; }

    [Field(
        "promoter.field-command",
        Hint = "promoter.field-command-hint",
        Longest = Lengths.Text,
        Rows = 6,
        Asked = true
    )]
    public string? FieldCommand { get; private set; }

    [Field(
        "promoter.leadership",
        Hint = "promoter.leadership-hint",
        Longest = Lengths.Text,
        Rows = 6,
        Asked = true
    )]
    public string? Leadership { get; private set; }

    [Field("promoter.education-of", Values = "promoter.education-field.", Asked = true)]
    public EducationField? EducationField { get; private set; }

    [Field(
        "promoter.degree-label",
        Values = "promoter.degree.",
        Length = FieldLength.Middle,
        Asked = true
    )]
    public Degree? Degree { get; private set; }

    [Field(
        "promoter.education-statement",
        Hint = "promoter.education-statement-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Asked = true
    )]
    public string? Education { get; private set; }

    [Field(
        "promoter.english",
        Hint = "promoter.english-hint",
        Longest = Lengths.Text,
        Rows = 4,
        Asked = true
    )]
    public string? English { get; private set; }

    [Field(
        "promoter.phone",
        Longest = Lengths.Phone,
        Kind = FieldKind.Phone,
        Length = FieldLength.Middle,
        Asked = true,
        Autocomplete = "tel"
    )]
    public string? Phone { get; private set; }

    [Field(
        "promoter.email",
        Hint = "promoter.email-hint",
        Longest = Lengths.Email,
        Kind = FieldKind.Email,
        Autocomplete = "email"
    )]
    public string? Email { get; private set; }

    [Field("promoter.publish-phone")]
    public bool PublishesPhone { get; private set; }

    [Field("promoter.publish-email")]
    public bool PublishesEmail { get; private set; }

    /// <summary>When they agreed that their profile may be shown to everybody.</summary>
    public DateTime? ConsentedAt { get; private set; }

    public PromoterState State { get; private set; }

    /// <summary>The last question or reason, for the applicant to read.</summary>
    [Field(
        "promoter-decide.reason",
        Hint = "promoter-decide.reason-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    /// <summary>The Organization suspended them, and alone lets them return.</summary>
    public bool HeldByOrganization { get; private set; }

    public DateTime BegunAt { get; private set; }

    /// <summary>The first time; null while nobody else may see it.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Set when refused or withdrawn; a person has one application that is not.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Rises with every change; a form that was filled in over an older one is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Made of what the directory shows, and of nothing else: what is not published cannot be searched for.</summary>
    [NotRecorded]
    public string SearchKey { get; private set; } = "";

    [NotRecorded]
    [SortKeyOf(nameof(NameFa))]
    public string SortKey { get; private set; } = "";

    public IReadOnlyList<PromoterField> Fields => fields;
    public IReadOnlyList<PromoterLanguage> Languages => languages;
    public IReadOnlyList<PromoterCourse> Courses => courses;
    public IReadOnlyList<PromoterInterview> Interviews => interviews;

    public Provinces Served => Provinces.Parse(Serves);

    public bool IsClosed => ClosedAt is not null;

    public Subject Subject =>
        new(
            nameof(Promoter),
            Id,
            Body.SmallIndustries,
            Province,
            PersonId: PersonId,
            State: SubmittedAt is null ? null : RegistryActs.SubmittedPromoter
        );

    public static Promoter Begin(Guid person, string name, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            NameFa = name.Trim(),
            BegunAt = at,
        };

    /// <summary>Begins again where an earlier application ended, so that nothing need be typed twice.</summary>
    public static Promoter BeginAfter(Promoter earlier, DateTime at)
    {
        var again = Begin(earlier.PersonId, earlier.NameFa, at);
        foreach (var part in Enum.GetValues<ApplicationPart>())
        {
            again.Take(earlier.Section(part), at);
        }
        return again;
    }

    /// <summary>
    /// Whether the author may change it now. What was judged stays; how to reach them, what is shown of it and where
    /// they work is theirs to change as long as they are there.
    /// </summary>
    public bool IsOpen(ApplicationPart part) =>
        State switch
        {
            PromoterState.Draft or PromoterState.Asked => true,
            PromoterState.Submitted => part is ApplicationPart.Contact,
            PromoterState.Approved or PromoterState.Suspended => part
                is ApplicationPart.Contact
                    or ApplicationPart.Fields,
            _ => false,
        };

    /// <returns>Null, or why not.</returns>
    public PromoterRefusal? Save(PromoterSection section, DateTime at)
    {
        if (!IsOpen(PartOf(section)))
        {
            return PromoterRefusal.Locked;
        }
        // A place in the databank is public: who takes the consent back leaves it instead.
        if (State is not (PromoterState.Draft or PromoterState.Asked) && !IsWhole(section))
        {
            return PromoterRefusal.Incomplete;
        }
        Take(section, at);
        Version++;
        return null;
    }

    /// <returns>Null, or why not.</returns>
    public PromoterRefusal? Submit(DateTime at)
    {
        if (State is not (PromoterState.Draft or PromoterState.Asked))
        {
            return PromoterRefusal.NotWithAuthor;
        }
        if (ApplicationGaps.Of(this).Count > 0)
        {
            return PromoterRefusal.Incomplete;
        }
        State = PromoterState.Submitted;
        SubmittedAt ??= at;
        Version++;
        return null;
    }

    /// <summary>Of the two that stay open to somebody whom others look at.</summary>
    private static bool IsWhole(PromoterSection section) =>
        section switch
        {
            FieldsSection chosen => chosen.Fields.Count > 0 && chosen.Served.Text.Length > 0,
            ContactSection contact => contact.Consents && Blank(contact.Phone) is not null,
            _ => true,
        };
}

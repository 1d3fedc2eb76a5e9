using Karvan.Platform.Fields;

namespace Karvan.Registry.Firms;

public enum OutsideIdKind
{
    /// <summary>شناسه ملی, 11 digits.</summary>
    LegalId,

    /// <summary>کد ملی of a natural person who trades, 10 digits.</summary>
    NationalCode,

    /// <summary>What the customs administration knows a firm by where it is neither.</summary>
    CustomsId,
}

/// <summary>A number by which others know a firm, from a day on, and until another when it is given up.</summary>
public sealed class OutsideId
{
    private OutsideId() { }

    internal OutsideId(Guid enterprise, OutsideIdKind kind, string number, DateOnly from) =>
        (Id, EnterpriseId, Kind, Number, From) = (
            Guid.CreateVersion7(),
            enterprise,
            kind,
            number,
            from
        );

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public OutsideIdKind Kind { get; private set; }

    [Field(
        "enterprise.number",
        Hint = "enterprise.number-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Middle,
        Aside = true
    )]
    public string Number { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The last day; null while it holds.</summary>
    public DateOnly? To { get; private set; }
}

/// <summary>What a firm makes, by the first digits of the tariff code.</summary>
public sealed class ProductLine
{
    private ProductLine() { }

    internal ProductLine(Guid enterprise, string hsCode, string? name) =>
        (Id, EnterpriseId, HsCode, Name) = (Guid.CreateVersion7(), enterprise, hsCode, name);

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }

    /// <summary>2, 4 or 6 digits.</summary>
    public string HsCode { get; private set; } = "";

    [Field("enterprise.products", Longest = Lengths.Name, Aside = true)]
    public string? Name { get; private set; }
}

/// <summary>Where a likely member may come from (clause G1.b).</summary>
public enum OriginKind
{
    IndustrialCluster,
    SubcontractingExchange,
    ProducerGuild,
    Other,
}

public sealed class EnterpriseOrigin
{
    private EnterpriseOrigin() { }

    internal EnterpriseOrigin(Guid enterprise, OriginKind kind, string? name) =>
        (Id, EnterpriseId, Kind, Name) = (Guid.CreateVersion7(), enterprise, kind, name);

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }

    [Field(
        "enterprise.origins",
        Hint = "enterprise.origins-hint",
        Values = "enterprise.origin.",
        Aside = true
    )]
    public OriginKind Kind { get; private set; }

    /// <summary>Of the cluster, exchange or guild.</summary>
    public string? Name { get; private set; }
}

/// <summary>Somebody at the firm.</summary>
public sealed class EnterpriseContact
{
    private EnterpriseContact() { }

    internal EnterpriseContact(
        Guid enterprise,
        string name,
        string? position,
        string? phone,
        string? email
    ) =>
        (Id, EnterpriseId, Name, Position, Phone, Email) = (
            Guid.CreateVersion7(),
            enterprise,
            name,
            position,
            phone,
            email
        );

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }

    [Field("enterprise.contact", Longest = Lengths.Name, Autocomplete = "name", Aside = true)]
    public string Name { get; private set; } = "";

    [Field("enterprise.contact-position", Longest = Lengths.Name, Aside = true)]
    public string? Position { get; private set; }

    [Field(
        "enterprise.contact-phone",
        Longest = Lengths.Phone,
        Kind = FieldKind.Phone,
        Length = FieldLength.Middle,
        Aside = true
    )]
    public string? Phone { get; private set; }

    [Field(
        "enterprise.contact-email",
        Longest = Lengths.Email,
        Kind = FieldKind.Email,
        Aside = true
    )]
    public string? Email { get; private set; }
}

/// <summary>What a firm says of itself, as a form holds it.</summary>
/// <param name="Province">Two-digit code.</param>
public sealed record EnterpriseProfile(
    string NameFa,
    string Province,
    string? NameEn = null,
    string? IndustrialEstate = null,
    string? Address = null,
    string? Sector = null,
    int? Employees = null
)
{
    public IReadOnlyList<(string HsCode, string? Name)> ProductLines { get; init; } = [];
    public IReadOnlyList<(OriginKind Kind, string? Name)> Origins { get; init; } = [];
    public IReadOnlyList<(
        string Name,
        string? Position,
        string? Phone,
        string? Email
    )> Contacts { get; init; } = [];
}

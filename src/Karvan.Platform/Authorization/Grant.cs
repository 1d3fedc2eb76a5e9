using Karvan.Platform.Values;

namespace Karvan.Platform.Authorization;

/// <summary>A role somebody holds: for a body and some provinces, or for one firm.</summary>
public sealed class Grant
{
    private Grant() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Role Role { get; private set; }
    public Body Body { get; private set; }
    public Provinces Provinces { get; private set; } = Provinces.None;

    /// <summary>The firm a firm's user acts for; null for everybody else.</summary>
    public Guid? EnterpriseId { get; private set; }

    /// <summary>
    /// Somebody says that they act for the firm, and nobody has found it true: what they hold reaches what they typed
    /// themselves, and nothing else of the firm.
    /// </summary>
    public bool IsClaim { get; private set; }

    public static Grant OfStaff(Guid person, Role role, Body body, Provinces provinces) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            Role = role,
            Body = body,
            Provinces = provinces,
        };

    public static Grant OfFirm(Guid person, Guid enterprise) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            Role = Role.FirmUser,
            Body = Body.Shared,
            EnterpriseId = enterprise,
        };

    /// <summary>What whoever registers a firm holds until the registration is verified.</summary>
    public static Grant OfClaim(Guid person, Guid enterprise)
    {
        var grant = OfFirm(person, enterprise);
        grant.IsClaim = true;
        return grant;
    }

    /// <summary>The registration was verified: they do act for the firm.</summary>
    public void FindTrue() => IsClaim = false;

    /// <summary>The registration was refused: it is as it was before anybody looked.</summary>
    public void Doubt() => IsClaim = true;

    public static Grant OfPerson(Guid person, Role role) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            Role = role,
            Body = Body.SmallIndustries,
        };
}

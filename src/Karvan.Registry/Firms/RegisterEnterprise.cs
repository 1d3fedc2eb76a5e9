using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Rules.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>A firm registers itself; whoever does it acts for it from then on. The provincial expert then verifies.</summary>
public sealed class RegisterEnterprise(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="number">A legal id or a national code, typed in any digits.</param>
    public async Task<Outcome<Guid, EnterpriseRefusal>> Run(
        Guid person,
        EnterpriseProfile profile,
        string? number,
        CancellationToken cancellation = default
    )
    {
        if (EnterpriseProfileCheck.Of(profile) is { } wrong)
        {
            return wrong;
        }
        if (!TryNumber(number, out var kind, out var digits))
        {
            return EnterpriseRefusal.NumberWrong;
        }
        await using var change = await changes.Begin(RegistryActs.RegisterEnterprise, cancellation);
        if (await IsTaken(digits, cancellation))
        {
            return EnterpriseRefusal.NumberTaken;
        }
        var firm = Enterprise.Register(profile, kind, digits, clock.GetUtcNow().UtcDateTime);
        db.Enterprises.Add(firm);
        db.Grants.Add(Grant.OfFirm(person, firm.Id));
        try
        {
            await change.Commit(new EnterpriseRegistered(firm), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            // Somebody else was quicker with the same number: the unique index has the last word.
            db.ChangeTracker.Clear();
            return EnterpriseRefusal.NumberTaken;
        }
        return firm.Id;
    }

    private Task<bool> IsTaken(string digits, CancellationToken cancellation) =>
        db.Set<OutsideId>()
            .IgnoreQueryFilters()
            .AnyAsync(i => i.Number == digits && i.To == null, cancellation);

    private static bool TryNumber(string? typed, out OutsideIdKind kind, out string digits)
    {
        if (LegalId.TryParse(typed, out var legal))
        {
            (kind, digits) = (OutsideIdKind.LegalId, legal.Digits);
            return true;
        }
        var natural = NationalCode.TryParse(typed, out var code);
        (kind, digits) = (OutsideIdKind.NationalCode, code.Digits ?? "");
        return natural;
    }
}

/// <summary>What must hold of every profile, whoever fills it in.</summary>
internal static class EnterpriseProfileCheck
{
    private const int MostEmployees = 10_000_000;

    public static EnterpriseRefusal? Of(EnterpriseProfile profile) =>
        string.IsNullOrWhiteSpace(profile.NameFa) ? EnterpriseRefusal.NameMissing
        : !ReferenceTable.Provinces.Contains(profile.Province) ? EnterpriseRefusal.ProvinceUnknown
        : profile.Employees is < 0 or > MostEmployees ? EnterpriseRefusal.EmployeesWrong
        : profile.ProductLines.Any(p =>
            p.HsCode.Length is not (2 or 4 or 6) || !p.HsCode.All(char.IsAsciiDigit)
        )
            ? EnterpriseRefusal.HsCodeWrong
        : null;
}

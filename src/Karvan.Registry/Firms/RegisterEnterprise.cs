using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Rules.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>
/// Somebody registers a firm and says that they act for it. Until the provincial expert has verified it, they see what they
/// typed and nothing else.
/// </summary>
public sealed class RegisterEnterprise(
    KarvanContext db,
    Changes changes,
    StoreFile store,
    TimeProvider clock
)
{
    /// <param name="number">A legal id or a national code, typed in any digits.</param>
    /// <param name="notice">A company's notice of registration; people have none.</param>
    public async Task<Outcome<Guid, EnterpriseRefusal>> Run(
        Guid person,
        EnterpriseProfile profile,
        string? number,
        ReceivedFile? notice,
        CancellationToken cancellation = default
    )
    {
        var readable = FirmNumber.TryParse(number, out var kind, out var digits);
        EnterpriseRefusal[] wrong =
        [
            .. EnterpriseProfileCheck.Of(profile),
            .. Refusals.Of(
                (!readable, EnterpriseRefusal.NumberWrong),
                (
                    readable && notice is null && kind is OutsideIdKind.LegalId,
                    EnterpriseRefusal.NoticeMissing
                )
            ),
        ];
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(RegistryActs.RegisterEnterprise, cancellation);
        if (await IsTaken(digits, cancellation))
        {
            return EnterpriseRefusal.NumberTaken;
        }
        var firm = Enterprise.Register(profile, kind, digits, clock.GetUtcNow().UtcDateTime);
        if (
            notice is not null
            && !(
                await store.Run(notice, firm.Subject, RegistryActs.ReadEnterprise, cancellation)
            ).Done
        )
        {
            return EnterpriseRefusal.NoticeInfected;
        }
        db.Enterprises.Add(firm);
        db.Grants.Add(Grant.OfClaim(person, firm.Id));
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
}

/// <summary>What must hold of every profile, whoever fills it in.</summary>
internal static class EnterpriseProfileCheck
{
    private const int MostEmployees = 10_000_000;

    public static EnterpriseRefusal[] Of(EnterpriseProfile profile) =>
        Refusals.Of(
            (string.IsNullOrWhiteSpace(profile.NameFa), EnterpriseRefusal.NameMissing),
            (
                !ReferenceTable.Provinces.Contains(profile.Province),
                EnterpriseRefusal.ProvinceUnknown
            ),
            (profile.Employees is < 0 or > MostEmployees, EnterpriseRefusal.EmployeesWrong),
            (
                profile.ProductLines.Any(p =>
                    p.HsCode.Length is not (2 or 4 or 6) || !p.HsCode.All(char.IsAsciiDigit)
                ),
                EnterpriseRefusal.HsCodeWrong
            )
        );
}

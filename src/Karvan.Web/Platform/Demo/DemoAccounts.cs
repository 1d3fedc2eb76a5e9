using Karvan.Platform.Authorization;
using Karvan.Platform.Values;

namespace Karvan.Web.Platform.Demo;

/// <summary>Somebody whom the stand-in page lets in without a password.</summary>
/// <param name="Key">Names the texts about the account.</param>
public sealed record DemoAccount(
    string Key,
    string NameFa,
    string Email,
    Func<Guid, IReadOnlyList<DemoFirmPlace>, IEnumerable<Grant>> Grants
);

/// <summary>A firm of the demo, as far as grants need it.</summary>
public readonly record struct DemoFirmPlace(Guid Id, string Province);

/// <summary>One account for every role, and two firms for one of them.</summary>
public static class DemoAccounts
{
    /// <summary>Of the demo's expert and firms.</summary>
    public const string FirstProvince = "00";

    private const string SecondProvince = "08";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(
            "firm",
            "مریم احمدی",
            "firm@demo.karvan",
            (person, firms) =>
                firms
                    .Where(f => f.Province == FirstProvince)
                    .Take(2)
                    .Select(f => Grant.OfFirm(person, f.Id))
        ),
        new("newcomer", "سارا تهرانی", "newcomer@demo.karvan", (_, _) => []),
        new(
            "promoter",
            "رضا کریمی",
            "promoter@demo.karvan",
            (person, _) => [Grant.OfPerson(person, Role.Promoter)]
        ),
        new(
            "expert",
            "زهرا رحیمی",
            "expert@demo.karvan",
            (person, _) =>
                [Staff(person, Role.ProvincialExpert, Body.SmallIndustries, FirstProvince)]
        ),
        new(
            "trade-expert",
            "علی موسوی",
            "trade-expert@demo.karvan",
            (person, _) =>
                [Staff(person, Role.ProvincialExpert, Body.TradePromotion, SecondProvince)]
        ),
        new(
            "organization",
            "حسین جعفری",
            "organization@demo.karvan",
            (person, _) => [Country(person, Role.OrganizationExpert, Body.SmallIndustries)]
        ),
        new(
            "reviewer",
            "فاطمه نوری",
            "reviewer@demo.karvan",
            (person, _) => [Country(person, Role.Reviewer, Body.TradePromotion)]
        ),
        new(
            "secretary",
            "محمد صادقی",
            "secretary@demo.karvan",
            (person, _) => [Country(person, Role.CommitteeSecretary, Body.TradePromotion)]
        ),
        new(
            "auditor",
            "نرگس کاظمی",
            "auditor@demo.karvan",
            (person, _) => [Country(person, Role.Auditor, Body.Shared)]
        ),
        new(
            "administrator",
            "امیر حیدری",
            "administrator@demo.karvan",
            (person, _) => [Country(person, Role.Administrator, Body.Shared)]
        ),
    ];

    private static Grant Staff(Guid person, Role role, Body body, string province) =>
        Grant.OfStaff(person, role, body, Provinces.Of(province));

    private static Grant Country(Guid person, Role role, Body body) =>
        Grant.OfStaff(person, role, body, Provinces.Country);
}

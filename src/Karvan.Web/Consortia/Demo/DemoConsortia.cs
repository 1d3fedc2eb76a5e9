using Karvan.Consortia;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Registry.Demo;

namespace Karvan.Web.Consortia.Demo;

/// <summary>Some consortia over the provinces, named after goods of their first member, with members of today and of before.</summary>
internal sealed class DemoConsortia(
    RecordConsortium record,
    AddMember add,
    EndMembership end,
    ReferenceShelf shelf,
    TimeProvider clock
) : IDemoPart
{
    private const int Most = 30;
    private const int MonthsApart = 2;
    private static readonly int[] Sizes = [3, 5, 4];

    public int Place => 40;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var groups = await shelf.ProductGroups(cancellation);
        var lots = basis
            .Firms.Where(f => f.State is VerificationState.Verified && f.ProductLines.Count > 0)
            .GroupBy(f => (f.Province, Group: groups.Of(f.ProductLines[0].HsCode, today)))
            .Where(g => g.Key.Group is not null && g.Count() >= Sizes[0])
            .OrderBy(g => g.Key.Province, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Group!.Code, StringComparer.Ordinal)
            // One or two a province, so that the thirty reach over the country.
            .GroupBy(g => g.Key.Province, StringComparer.Ordinal)
            .SelectMany(p => p.Take(2))
            .Take(Most)
            .ToList();
        foreach (var (lot, place) in lots.Select((l, i) => (l, i)))
        {
            await Record(lot.Key.Group!, [.. lot], place, today, cancellation);
        }
    }

    private static string PersianNumber(int number) => Language.Persian.Year(number);

    private async Task Record(
        ProductGroup group,
        List<Enterprise> firms,
        int place,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var registered = today.AddMonths(-MonthsApart * (place + 1));
        var made = await record.Run(
            new ConsortiumProfile(
                $"کنسرسیوم صادراتی {group.NameFa} {PersianNumber(place + 1)}",
                firms[0].Province,
                $"{1000 + place * 37}",
                registered,
                $"{group.NameEn} export consortium {place + 1}",
                group.NameFa
            )
            {
                ProductGroups = [group.Code],
            },
            cancellation
        );
        var size = Math.Min(Sizes[place % Sizes.Length], firms.Count);
        foreach (var (firm, member) in firms.Take(size).Select((f, i) => (f, i)))
        {
            var joined = await add.Run(made.Value, firm.Id, registered, cancellation);
            // Of the larger ones, the last to join has left since.
            if (member >= Sizes[0] && member == size - 1)
            {
                await end.Run(
                    made.Value,
                    joined.Value.Members.Single(m => m.EnterpriseId == firm.Id).Id,
                    registered.AddMonths(1),
                    cancellation
                );
            }
        }
    }
}

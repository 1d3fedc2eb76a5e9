using Karvan.Platform.Values;
using Karvan.Registry.Reference;

namespace Karvan.Web.Registry.Demo;

/// <summary>Lists to look at: days off that stand on fixed solar days, and a few missions. All of it is marked as an example.</summary>
internal sealed class DemoLists(ImportHolidays holidays, AddReferenceRow add, TimeProvider clock)
    : IDemoPart
{
    private const int YearsBack = 5;

    public int Place => 30;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var year = SolarDate.Year(today);
        var lines = Enumerable
            .Range(year - YearsBack, YearsBack + 2)
            .SelectMany(y =>
                SeedTable.FixedHolidays().Select(h => $"{y}/{h.Month}/{h.Day},{h.Fa},{h.En}")
            );
        var taken = await holidays.Run(
            string.Join('\n', lines),
            null,
            examples: true,
            cancellation
        );
        if (taken.Faults.Count > 0)
        {
            throw new InvalidOperationException(
                $"A day off of the demo was not taken: {taken.Faults[0]}."
            );
        }
        foreach (var (country, kind, ago, years) in SeedTable.ExampleMissions())
        {
            var from = today.AddYears(-ago);
            await add.Run(
                new MissionEntry(
                    country,
                    kind,
                    null,
                    from,
                    years is { } n ? from.AddYears(n) : null,
                    IsExample: true
                ),
                cancellation
            );
        }
    }
}

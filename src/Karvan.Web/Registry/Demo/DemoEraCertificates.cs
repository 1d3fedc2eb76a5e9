using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Demo;

/// <summary>Certificates of export readiness of a few firms: in force, ended, refused, and waiting for the expert.</summary>
internal sealed class DemoEraCertificates(
    KarvanContext db,
    AddEraCertificate add,
    CheckEraCertificate check,
    FileLimits limits,
    TimeProvider clock
) : IDemoPart
{
    private const int FirmsOfAProvince = 6;
    private const int DaysOfAYear = 365;

    /// <summary>Of the demo's expert, and others that the expert does not see.</summary>
    private static readonly string[] Provinces = ["00", "08", "21"];

    public int Place => 50;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        foreach (var province in Provinces)
        {
            var firms = basis
                .Firms.Where(f => f.Province == province && f.State is VerificationState.Verified)
                .Take(FirmsOfAProvince);
            foreach (var (firm, place) in firms.Select((f, i) => (f, i)))
            {
                await Add(firm, place, today, cancellation);
            }
        }
        // The next part begins with nothing tracked.
        db.ChangeTracker.Clear();
    }

    private async Task Add(
        Enterprise firm,
        int place,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var number = $"ERA-{firm.Province}-{firm.OutsideIds[0].Number[^4..]}-{place + 1}";
        var ended = place % FirmsOfAProvince == 3;
        var issued = today.AddDays(-(ended ? DaysOfAYear + 40 : 60 + 20 * place));
        using var pdf = new MemoryStream(
            TinyPdf.Of(
                "Export Readiness Assessment",
                $"Certificate {number}",
                $"Issued {issued:yyyy-MM-dd}",
                "Sample of the demonstration, no real document"
            )
        );
        var received = await ReceivedFile.From(pdf, $"گواهی {number}.pdf", limits, cancellation);
        await using var file = received.Value;
        var entry = new EraCertificateEntry(
            number,
            5850 + 725 * place,
            issued,
            issued.AddDays(DaysOfAYear)
        );
        var added = await add.Run(firm.Id, entry, file, cancellation);
        if (place % 2 == 0)
        {
            return;
        }
        _ =
            place == FirmsOfAProvince - 1
                ? await check.Run(
                    added.Value,
                    0,
                    EraCertificateState.Refused,
                    "مهر و امضای صادرکننده خوانا نیست.",
                    cancellation
                )
                : await check.Run(added.Value, 0, EraCertificateState.Accepted, null, cancellation);
    }
}

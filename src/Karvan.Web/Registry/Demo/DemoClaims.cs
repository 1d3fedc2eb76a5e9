using Karvan.Platform.Accounts;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Web.Platform.Demo;

namespace Karvan.Web.Registry.Demo;

/// <summary>What the expert of the first province has beside registrations: a claim to a firm, and a question that a firm has not answered.</summary>
internal sealed class DemoClaims(
    KarvanContext db,
    DemoPeople people,
    ClaimEnterprise claim,
    VerifyEnterprise verify,
    FileLimits limits
) : IDemoPart
{
    private const int DaysForTheAnswer = 10;

    public int Place => 55;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        // The last ones: the first are those that the demo's own accounts act for.
        var firms = basis.Firms.Where(f => f.Province == DemoAccounts.FirstProvince).ToList();
        if (firms.FindLast(f => f.State is VerificationState.Verified) is { } claimed)
        {
            await Claim(claimed, cancellation);
        }
        if (firms.FindLast(f => f.State is VerificationState.Waiting) is { } asked)
        {
            await Ask(asked, basis, cancellation);
        }
        db.ChangeTracker.Clear();
    }

    private async Task Claim(Enterprise firm, CancellationToken cancellation)
    {
        var claimant = await people.Open(
            "لیلا مرادی",
            "claimant@demo.karvan",
            _ => [],
            cancellation
        );
        using var pdf = new MemoryStream(
            TinyPdf.Of(
                "Official gazette: change of directors",
                $"Company {firm.OutsideIds[0].Number}",
                "Sample of the demonstration, no real document"
            )
        );
        var received = await ReceivedFile.From(pdf, "آگهی تغییر مدیران.pdf", limits, cancellation);
        await using var notice = received.Value;
        var made = await people.As(
            claimant,
            [],
            null,
            () =>
                claim.Run(
                    claimant.Id,
                    firm.OutsideIds[0].Number,
                    "از ابتدای امسال مدیرعامل این شرکت هستم؛ آگهی تغییر مدیران پیوست است.",
                    notice,
                    cancellation
                )
        );
        Must(made.Refused is null, made.Refused);
    }

    private async Task Ask(Enterprise firm, DemoBasis basis, CancellationToken cancellation)
    {
        var expert = basis.People["expert"];
        var grants = DemoAccounts.All.Single(a => a.Key == "expert").Grants(expert.Id, []);
        var made = await people.As(
            expert,
            [.. grants],
            null,
            () =>
                verify.Run(
                    firm.Id,
                    firm.Version,
                    VerificationState.Asked,
                    "نشانی کارخانه و شمارهٔ تلفن آن را هم بنویسید.",
                    DaysForTheAnswer,
                    cancellation
                )
        );
        Must(made.Refused is null, made.Refused);
    }

    private static void Must<T>(bool done, T refusal)
    {
        if (!done)
        {
            throw new InvalidOperationException($"The demo was refused something: {refusal}.");
        }
    }
}

using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Web.Platform.Demo;
using Karvan.Web.Registry.Demo;

namespace Karvan.Web.Customs.Demo;

/// <summary>A firm of the first province objects to a line of its trade, and its expert has not decided yet.</summary>
internal sealed class DemoObjections(
    KarvanContext db,
    DemoPeople people,
    FirmTrade trade,
    ObjectToLine objection
) : IDemoPart
{
    public int Place => 65;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        // Not the last one, which somebody claims, nor the first ones, for which the demo's own accounts act.
        var firms = basis
            .Firms.Where(f =>
                f.Province == DemoAccounts.FirstProvince && f.State is VerificationState.Verified
            )
            .Reverse()
            .Skip(1);
        foreach (var firm in firms)
        {
            var lines = await trade.Lines(firm, cancellation);
            if (lines.FirstOrDefault(l => l.At.State is LineState.Counted) is { } line)
            {
                await Object(firm, line, cancellation);
                break;
            }
        }
        db.ChangeTracker.Clear();
    }

    private async Task Object(Enterprise firm, FirmLine line, CancellationToken cancellation)
    {
        var person = await people.Open(
            "هادی شریفی",
            "director@demo.karvan",
            p => [Grant.OfFirm(p, firm.Id)],
            cancellation
        );
        var made = await people.As(
            person,
            [Grant.OfFirm(person.Id, firm.Id)],
            firm.Id,
            () =>
                objection.Run(
                    firm.Id,
                    line.Import.Id,
                    line.Key,
                    LineObjectionGround.WrongValue,
                    "ارزش این ردیف در اظهارنامهٔ ما بیشتر است؛ تصویر اظهارنامه را به گمرک هم داده‌ایم.",
                    null,
                    cancellation
                )
        );
        if (made.Refused is { } refusal)
        {
            throw new InvalidOperationException(
                $"The objection of the demo was refused: {refusal}."
            );
        }
    }
}

using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What a line takes to count in the other flow, or for another firm.</summary>
public sealed class MovedLines(KarvanContext db, KeyHolders holders)
{
    /// <summary>The firm that the line is to count for, or why it cannot.</summary>
    /// <param name="firm">For which its file has it.</param>
    /// <param name="after">As it is to count.</param>
    internal async Task<(LineRefusal Refused, Enterprise? Firm)> Owner(
        Enterprise firm,
        FirmLine found,
        LedgerLine after,
        CancellationToken cancellation
    )
    {
        if (found.Given is not null)
        {
            return (LineRefusal.IsMoved, null);
        }
        var owner = firm;
        if (after.Exporter != found.Said.Exporter)
        {
            var number = after.Exporter;
            owner = await db
                .Enterprises.AsNoTracking()
                .SingleOrDefaultAsync(
                    e => db.Set<OutsideId>().Any(o => o.Number == number && o.EnterpriseId == e.Id),
                    cancellation
                );
            // Of a firm that the asker does not reach they learn nothing, not even that it is there.
            if (owner is null || !Access.Allows(Asker, CustomsActs.AdjustLine, owner.Subject))
            {
                return (LineRefusal.NoSuchFirm, null);
            }
        }
        return await holders.Any(
            owner.Province,
            after,
            found.Said.Exporter,
            after.Import != found.Said.Import,
            found.Adjusted?.CounterpartId,
            cancellation
        )
            ? (LineRefusal.KeyTaken, null)
            : (default, owner);
    }

    /// <summary>The other half of a decision, if the asker may decide about it too.</summary>
    internal static async Task<CustomsAdjustment?> Reached(
        KarvanContext db,
        Guid counterpart,
        CancellationToken cancellation
    ) =>
        await db.CustomsAdjustments.SingleOrDefaultAsync(a => a.Id == counterpart, cancellation)
            is { } found
        && Access.Allows(db.Actor ?? Actor.Public, CustomsActs.AdjustLine, found.Subject)
            ? found
            : null;

    private Actor Asker => db.Actor ?? Actor.Public;
}

using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Records;

/// <summary>Numbers that people call things by, without gaps; while the customs turn is held.</summary>
internal static class ImportNumbers
{
    public static async Task<int> Next(KarvanContext db, CancellationToken cancellation) =>
        1
        + (
            await db.CustomsImports.IgnoreQueryFilters().MaxAsync(i => (int?)i.Number, cancellation)
            ?? 0
        );

    public static async Task<int> NextCommit(KarvanContext db, CancellationToken cancellation) =>
        1
        + (
            await db.CustomsImports.IgnoreQueryFilters().MaxAsync(i => i.Sequence, cancellation)
            ?? 0
        );

    public static async Task<int> NextAdjustment(
        KarvanContext db,
        CancellationToken cancellation
    ) =>
        1
        + (
            await db
                .CustomsAdjustments.IgnoreQueryFilters()
                .MaxAsync(a => (int?)a.Sequence, cancellation)
            ?? 0
        );
}

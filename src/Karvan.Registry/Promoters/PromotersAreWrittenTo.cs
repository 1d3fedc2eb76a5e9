using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>Every decision about an application reaches the applicant, unless it was their own.</summary>
public sealed class PromotersAreWrittenTo(
    KarvanContext db,
    IPromoterLetters letters,
    TimeProvider clock
) : IReact<PromoterDecided>
{
    public async Task React(PromoterDecided happened, CancellationToken cancellation)
    {
        if (happened is PromoterStandingChanged { ByThemselves: true })
        {
            return;
        }
        var promoter = happened.Promoter;
        var reader = await db.Users.SingleAsync(u => u.Id == promoter.PersonId, cancellation);
        db.Post(
            reader.Email!,
            happened is PromoterReturned
                ? letters.Returned(reader)
                : letters.About(reader, promoter.State, promoter.Remark),
            clock.GetUtcNow().UtcDateTime
        );
    }
}

using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>Every decision about an application reaches the applicant, unless it was their own.</summary>
public sealed class PromotersAreWrittenTo(KarvanContext db, PostNotice notice)
    : IReact<PromoterDecided>
{
    public async Task React(PromoterDecided happened, CancellationToken cancellation)
    {
        if (happened is PromoterStandingChanged { ByThemselves: true })
        {
            return;
        }
        var person = happened.Promoter.PersonId;
        var reader = await db.Users.SingleAsync(u => u.Id == person, cancellation);
        notice.To(reader, happened.Notice, ("remark", happened.Remark));
    }
}

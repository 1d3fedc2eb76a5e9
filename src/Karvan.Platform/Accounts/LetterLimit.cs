using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>
/// How many letters that anybody can ask for reach one address: nobody fills somebody else's box through Karvan. Whoever asks
/// is told the same either way.
/// </summary>
public sealed class LetterLimit(KarvanContext db, TimeProvider clock)
{
    private const int Most = 6;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    public async Task<bool> Allows(string email, CancellationToken cancellation = default)
    {
        var (to, since) = (email.Trim(), clock.GetUtcNow().UtcDateTime - Within);
        return await db.Outbox.CountAsync(
                m => m.Channel == Channel.Email && m.To == to && m.WrittenAt > since,
                cancellation
            ) < Most;
    }
}

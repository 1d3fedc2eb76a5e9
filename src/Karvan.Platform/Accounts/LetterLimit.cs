using System.Diagnostics.CodeAnalysis;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>
/// How many letters that anybody can ask for reach one address: nobody fills somebody else's box through Karvan. Whoever asks
/// is told the same either way. Letters about decisions do not count: a day with many of them keeps nobody from a new password.
/// </summary>
public sealed class LetterLimit(KarvanContext db, TimeProvider clock)
{
    private const int Most = 6;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <param name="email">In any capitals: it is one box.</param>
    [SuppressMessage("Globalization", "CA1304", Justification = "Translated into SQL.")]
    [SuppressMessage("Globalization", "CA1311", Justification = "Translated into SQL.")]
    [SuppressMessage("Globalization", "CA1862", Justification = "Translated into SQL.")]
    public async Task<bool> Allows(string email, CancellationToken cancellation = default)
    {
        var to = email.Trim().ToLowerInvariant();
        var since = clock.GetUtcNow().UtcDateTime - Within;
        return await db.Outbox.CountAsync(
                m =>
                    m.WrittenAt > since
                    && m.IsAsked
                    && m.Channel == Channel.Email
                    && m.To.ToLower() == to,
                cancellation
            ) < Most;
    }
}

using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.Extensions.Caching.Memory;

namespace Karvan.Web.Platform.Desk;

/// <summary>
/// Keeps the numbers of a start page for a minute: people come back to it between two decisions, and these add up many rows.
/// What waits for somebody, and what is news to them, is never kept: it must be right.
/// </summary>
internal sealed class DeskMemory : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>Start pages; those looked at longest ago give way.</summary>
    private const int Most = 2000;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = Most });

    public async Task<IReadOnlyList<DeskFigure>> Figures(
        CurrentActor who,
        PageTexts words,
        Func<Task<IReadOnlyList<DeskFigure>>> find
    )
    {
        if (who.SessionId is not { } session)
        {
            return await find();
        }
        var key = new Key(session, who.Value.ActingFor, words.Language, Held(who.Value));
        if (memory.TryGetValue(key, out IReadOnlyList<DeskFigure>? known))
        {
            return known!;
        }
        var found = await find();
        using var entry = memory.CreateEntry(key);
        (entry.Value, entry.Size, entry.AbsoluteExpirationRelativeToNow) = (found, 1, Kept);
        return found;
    }

    public void Dispose() => memory.Dispose();

    /// <summary>Whose rights change sees other numbers at once.</summary>
    private static string Held(Actor actor) =>
        string.Join(' ', actor.Grants.Select(g => $"{g.Id}{g.IsClaim}"));

    private sealed record Key(Guid Session, Guid? ActingFor, Language Language, string Held);
}

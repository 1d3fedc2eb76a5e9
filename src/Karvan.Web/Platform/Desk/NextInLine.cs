using Karvan.Platform.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Desk;

/// <summary>Tells whoever has done one thing which is the next.</summary>
public sealed class NextInLine(IEnumerable<IPendingWork> pending, PageTexts words)
{
    /// <summary>A decision was made: what of this somebody's work has waited longest.</summary>
    public async Task<DoneThing> AfterDecision(
        Said what,
        Actor actor,
        CancellationToken cancellation
    )
    {
        PendingRecord? oldest = null;
        foreach (var part in pending)
        {
            foreach (var work in await part.Find(actor, cancellation))
            {
                var first = work.IsWithOthers ? null : work.Oldest.MinBy(r => r.Since);
                oldest =
                    first is not null && (oldest is null || first.Since < oldest.Since)
                        ? first
                        : oldest;
            }
        }
        return new DoneThing(
            what,
            oldest is null
                ? words["done.nothing-waits"]
                : words["done.next", ("name", oldest.Name)],
            oldest?.Href ?? "/"
        );
    }
}

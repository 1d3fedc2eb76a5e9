using Karvan.Platform.Events;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>
/// A change of one paper, while nobody else changes a paper of the same body and province: what is counted or compared in it
/// holds until it is over.
/// </summary>
internal sealed class PaperTurn : IAsyncDisposable
{
    private readonly Change? change;

    private PaperTurn(Change? change, OfficialPaper? paper, PaperRefusal refusal) =>
        (this.change, Paper, Refusal) = (change, paper, refusal);

    /// <summary>Null where it was refused.</summary>
    public OfficialPaper? Paper { get; }

    public PaperRefusal Refusal { get; }

    public static async Task<PaperTurn> Take(
        KarvanContext db,
        Changes changes,
        Guid id,
        int version,
        CancellationToken cancellation
    )
    {
        var seen = await db
            .OfficialPapers.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (seen is null)
        {
            return new PaperTurn(null, null, PaperRefusal.NotFound);
        }
        var begun = await changes.Begin(ModuleCatalog.Paper(seen.Kind).Issue, cancellation);
        try
        {
            await begun.Alone(seen.Subject, cancellation);
            var paper = await db.OfficialPapers.SingleAsync(p => p.Id == id, cancellation);
            return paper.Version == version
                ? new PaperTurn(begun, paper, default)
                : new PaperTurn(begun, null, PaperRefusal.Stale);
        }
        catch
        {
            await begun.DisposeAsync();
            throw;
        }
    }

    public Task Commit(DomainEvent happened, CancellationToken cancellation) =>
        change!.Commit(happened, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (change is not null)
        {
            await change.DisposeAsync();
        }
    }
}

using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Jobs;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Registry.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>The next year's rulebook, published by two people; one that waits for approval, and one in hand.</summary>
internal sealed class DemoRulebooks(
    KarvanContext db,
    DemoPeople people,
    RulebookLibrary library,
    StartRulebookDraft start,
    EditRulebookDraft edit,
    SendRulebookDraft send,
    PublishRulebook publish
) : IDemoPart
{
    /// <summary>Behind the campaigns, which go by the one that is shipped.</summary>
    public int Place => 130;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var (secretary, administrator) = (basis.People["secretary"], basis.People["administrator"]);
        var shipped = library.All()[0];
        var next = await Begin(secretary, shipped, 1, cancellation);
        await As(
            secretary,
            async () =>
            {
                await edit.Run(next, 0, RulebookPart.Lists, ListsOf(shipped), cancellation);
                return await send.Send(next, 1, cancellation);
            },
            cancellation
        );
        await As(administrator, () => publish.Run(next, 2, cancellation), cancellation);
        // Firms of the demo are told nothing: a letter to each would bury those that belong to what they try out.
        db.Jobs.RemoveRange(
            await db
                .Jobs.Where(j => j.Kind == TellFirmsOfRulebook.JobKind)
                .ToListAsync(cancellation)
        );
        await db.SaveChangesAsync(cancellation);
        var published = library.All()[0];
        await Begin(secretary, published, 1, cancellation);
        var waiting = await Begin(administrator, published, 0, cancellation);
        await As(administrator, () => send.Send(waiting, 0, cancellation), cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task<Guid> Begin(
        Person drafter,
        Rulebook from,
        int later,
        CancellationToken cancellation
    )
    {
        var year = from.Year + later;
        var made = await As(
            drafter,
            () =>
                start.Run(
                    from.Hash,
                    year,
                    new LocalText(
                        $"شاخص‌های انتخاب صادرکنندگان برگزیدهٔ استان، سال {Language.Persian.Year(year)}",
                        $"Criteria for the exemplary exporters of a province, {year}"
                    ),
                    cancellation
                ),
            cancellation
        );
        return made.Draft!.Id;
    }

    /// <summary>Two countries less, one more.</summary>
    private static Func<RulebookText, RulebookText> ListsOf(Rulebook book)
    {
        var (id, list) = book.Lists.First();
        string[] changed = [.. list.Countries.Skip(2), "OM"];
        return text => text.Countries(id, changed);
    }

    private async Task<T> As<T>(Person person, Func<Task<T>> what, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => g.PersonId == person.Id)
            .ToListAsync(cancellation);
        return await people.As(person, grants, null, what);
    }
}

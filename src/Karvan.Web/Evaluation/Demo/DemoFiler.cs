using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Registry.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>Files a dossier of the demo, with items of about two thirds of the criteria.</summary>
internal sealed class DemoFiler(
    KarvanContext db,
    BeginDossier begin,
    SaveDossierItem save,
    SubmitDossier submit,
    FileLimits limits
)
{
    /// <summary>Items name one of these countries.</summary>
    private static readonly string[] Countries = ["AE", "IQ", "TR", "AF", "RU"];

    /// <param name="seed">Varies what is filed; what is not submitted lacks documents in its later half.</param>
    public async Task<Guid> File(
        Campaign campaign,
        Rulebook book,
        Enterprise firm,
        (int Place, bool IsSubmitted) seed,
        CancellationToken cancellation
    )
    {
        var group =
            seed.Place % 2 == 0
                ? null
                : book.ProductGroups[seed.Place % book.ProductGroups.Count].Id;
        var begun = (
            await begin.Run(campaign.Id, firm.Id, group, cancellation: cancellation)
        ).Value;
        var claimed = book
            .Criteria.Where(c => c.Acceptance is not null)
            .Where((_, at) => (at + seed.Place) % 3 != 0)
            .ToList();
        foreach (var (criterion, at) in claimed.Select((c, i) => (c, i)))
        {
            await Add(
                begun,
                criterion,
                seed.Place + at,
                complete: seed.IsSubmitted || at < claimed.Count / 2,
                cancellation
            );
        }
        if (seed.IsSubmitted)
        {
            var now = await db
                .Dossiers.AsNoTracking()
                .SingleAsync(d => d.Id == begun.Id, cancellation);
            await submit.Run(begun.Id, now.Version, declared: true, cancellation);
        }
        return begun.Id;
    }

    private async Task Add(
        Dossier dossier,
        Criterion criterion,
        int seed,
        bool complete,
        CancellationToken cancellation
    )
    {
        var kinds = criterion.Acceptance!.Kinds;
        var kind = kinds.Count == 0 ? null : kinds[seed % kinds.Count].Id;
        var ask = new EvidenceAsk(criterion, kind);
        var files = new List<ItemFile>();
        foreach (var document in complete ? ask.Documents.Select(d => d.Id).ToList() : [])
        {
            files.Add(new ItemFile(document, await Pdf(criterion.Id, document, cancellation)));
        }
        if (complete && ask is { NeedsEndorsement: true, Documents.Count: 0 })
        {
            files.Add(
                new ItemFile(
                    AttachedDocument.Further,
                    await Pdf(criterion.Id, "endorsement", cancellation)
                )
            );
        }
        await save.Run(
            dossier.Id,
            null,
            0,
            criterion.Id,
            Said(ask, kind, seed),
            files,
            cancellation
        );
        foreach (var file in files)
        {
            await file.File.DisposeAsync();
        }
    }

    private static EvidenceSaid Said(EvidenceAsk ask, string? kind, int seed)
    {
        bool Asks(EvidenceField field) => ask.Fields.Contains(field);
        var year = ask.HeldIn ?? ask.Valid?.Year;
        var first = year is { } known
            ? DateOnly.FromDayNumber(SolarCalendar.FirstDay(known))
            : (DateOnly?)null;
        return new EvidenceSaid
        {
            Kind = kind,
            Country = Asks(EvidenceField.Country) ? Countries[seed % Countries.Length] : null,
            Name = Asks(EvidenceField.Name)
                ? $"نمونهٔ {Language.Persian.Digits($"{seed + 1}")}"
                : null,
            Date = Asks(EvidenceField.Date) ? first?.AddDays(20 + 7 * seed) : null,
            Language = Asks(EvidenceField.Language) ? (seed % 2 == 0 ? "en" : "ar") : null,
            Person = Asks(EvidenceField.Person) ? "مدیر نمونه" : null,
            Post = Asks(EvidenceField.Post) ? "مدیر صادرات" : null,
            WebAddress = Asks(EvidenceField.WebAddress) ? "https://example.ir/en" : null,
            DaySeen = Asks(EvidenceField.DaySeen) ? new DateOnly(2023, 5, 1) : null,
            ValidFrom = ask.Valid is null ? null : first?.AddDays(-100),
            ValidUntil = ask.Valid is null ? null : first?.AddDays(500),
            Under = First(ask.Under),
            Endorser = First(ask.Endorsers(withoutMission: false)),
            Hundredths = ask.Largest is { } largest ? largest / 2 : null,
            Level = ask.Levels.Count > 0 ? ask.Levels[seed % ask.Levels.Count].Id : null,
        };
    }

    private static string? First(IReadOnlyList<string> bodies) =>
        bodies.Count > 0 ? bodies[0] : null;

    private async Task<ReceivedFile> Pdf(
        string criterion,
        string document,
        CancellationToken cancellation
    )
    {
        using var pdf = new MemoryStream(
            TinyPdf.Of(
                $"Criterion {criterion}",
                document,
                "Sample of the demonstration, no real document"
            )
        );
        return (
            await ReceivedFile.From(pdf, $"{criterion} {document}.pdf", limits, cancellation)
        ).Value;
    }
}

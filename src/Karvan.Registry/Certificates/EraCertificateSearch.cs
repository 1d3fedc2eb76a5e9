using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>A certificate in a list.</summary>
/// <param name="Score">Hundredths of a point.</param>
public sealed record EraCertificateRow(
    Guid Id,
    Guid EnterpriseId,
    string Firm,
    string Province,
    string Number,
    int Score,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    EraCertificateState State,
    DateTime AddedAt
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record EraCertificateQuery(
    string? Words = null,
    string? Province = null,
    EraCertificateState? State = null,
    string Sort = EraCertificateQuery.ByAge,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
    public const string ByEnd = "end";
}

/// <summary>Finds certificates among those the asker may see.</summary>
public sealed class EraCertificateSearch(KarvanContext db)
{
    /// <summary>One of them with its file, if it has one.</summary>
    public async Task<(EraCertificate Certificate, Attachment? File)?> One(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        var found = await db
            .EraCertificates.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (found is null)
        {
            return null;
        }
        var file = await db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .SingleOrDefaultAsync(a => a.Id == found.AttachmentId, cancellation);
        return (found, file);
    }

    /// <summary>A firm's, those that end last first.</summary>
    public Task<List<EraCertificate>> Of(
        Guid enterprise,
        CancellationToken cancellation = default
    ) =>
        db
            .EraCertificates.AsNoTracking()
            .Where(c => c.EnterpriseId == enterprise)
            .OrderByDescending(c => c.ExpiresOn)
            .ThenByDescending(c => c.Id)
            .ToListAsync(cancellation);

    public async Task<(IReadOnlyList<EraCertificateRow> Rows, int Total)> Find(
        EraCertificateQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var rows = await Ordered(found, question)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (rows, total);
    }

    /// <summary>All pages, row by row as they come.</summary>
    public IAsyncEnumerable<EraCertificateRow> All(EraCertificateQuery question) =>
        Ordered(Matching(question), question).AsAsyncEnumerable();

    private static IQueryable<EraCertificateRow> Ordered(
        IQueryable<Held> found,
        EraCertificateQuery question
    )
    {
        var ordered = (question.Sort, question.Descending) switch
        {
            (EraCertificateQuery.ByFirm, false) => found.OrderBy(h => h.Firm.SortKey),
            (EraCertificateQuery.ByFirm, true) => found.OrderByDescending(h => h.Firm.SortKey),
            (EraCertificateQuery.ByEnd, false) => found.OrderBy(h => h.Certificate.ExpiresOn),
            (EraCertificateQuery.ByEnd, true) => found.OrderByDescending(h =>
                h.Certificate.ExpiresOn
            ),
            (_, false) => found.OrderBy(h => h.Certificate.AddedAt),
            (_, true) => found.OrderByDescending(h => h.Certificate.AddedAt),
        };
        return ordered
            .ThenBy(h => h.Certificate.Id)
            .Select(h => new EraCertificateRow(
                h.Certificate.Id,
                h.Certificate.EnterpriseId,
                h.Firm.NameFa,
                h.Certificate.Province,
                h.Certificate.Number,
                h.Certificate.Score,
                h.Certificate.IssuedOn,
                h.Certificate.ExpiresOn,
                h.Certificate.State,
                h.Certificate.AddedAt
            ));
    }

    private IQueryable<Held> Matching(EraCertificateQuery question)
    {
        var found =
            from certificate in db.EraCertificates.AsNoTracking()
            join firm in db.Enterprises.AsNoTracking() on certificate.EnterpriseId equals firm.Id
            select new Held { Certificate = certificate, Firm = firm };
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(h =>
                h.Firm.SearchKey.Contains(word) || h.Certificate.NumberKey.Contains(word)
            );
        }
        if (!string.IsNullOrEmpty(question.Province))
        {
            found = found.Where(h => h.Certificate.Province == question.Province);
        }
        if (question.State is { } state)
        {
            found = found.Where(h => h.Certificate.State == state);
        }
        return found;
    }

    private sealed class Held
    {
        public required EraCertificate Certificate { get; init; }
        public required Enterprise Firm { get; init; }
    }
}

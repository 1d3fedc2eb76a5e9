using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
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
    SortOrder Order = default
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
    public const string ByEnd = "end";
}

/// <summary>Finds certificates among those the asker may see.</summary>
public sealed class EraCertificateSearch(KarvanContext db)
{
    private static readonly RowOrders<Held> Orders = new RowOrders<Held>(h => h.Certificate.Id)
        .By(EraCertificateQuery.ByAge, h => h.Certificate.AddedAt)
        .By(EraCertificateQuery.ByFirm, h => h.Firm.SortKey)
        .By(EraCertificateQuery.ByEnd, h => h.Certificate.ExpiresOn);

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

    public FoundRows<EraCertificateRow> Rows(EraCertificateQuery question) =>
        Rows(Orders.Of(Matching(question), question.Order));

    /// <summary>Certificates whose number holds what was typed, in whatever spelling: those of just this number first.</summary>
    public FoundRows<EraCertificateRow> ByNumber(string typed)
    {
        var key = EraCertificate.KeyOf(typed);
        return key.Length == 0
            ? new RowsAtHand<EraCertificateRow>([])
            : Rows(
                Matching(new EraCertificateQuery())
                    .Where(h => h.Certificate.NumberKey.Contains(key))
                    .OrderBy(h => h.Certificate.NumberKey.Length)
                    .ThenBy(h => h.Certificate.Id)
            );
    }

    /// <summary>Whether what was typed is the number of a certificate, in whatever spelling.</summary>
    public static bool IsNumberOf(string typed, EraCertificateRow certificate) =>
        EraCertificate.KeyOf(typed) == EraCertificate.KeyOf(certificate.Number);

    private static QueriedRows<EraCertificateRow> Rows(IQueryable<Held> found) =>
        new(
            found.Select(h => new EraCertificateRow(
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
            ))
        );

    private IQueryable<Held> Matching(EraCertificateQuery question) =>
        (
            from certificate in db.EraCertificates.AsNoTracking()
            join firm in db.Enterprises.AsNoTracking() on certificate.EnterpriseId equals firm.Id
            select new Held { Certificate = certificate, Firm = firm }
        )
            .WhereWords(
                question.Words,
                word =>
                    h => h.Firm.SearchKey.Contains(word) || h.Certificate.NumberKey.Contains(word)
            )
            .WhereAsked(question.Province, province => h => h.Certificate.Province == province)
            .WhereAsked(question.State, state => h => h.Certificate.State == state);

    private sealed class Held
    {
        public required EraCertificate Certificate { get; init; }
        public required Enterprise Firm { get; init; }
    }
}

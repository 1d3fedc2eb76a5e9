using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>A promoter in the public list.</summary>
public sealed record DirectoryRow(
    Guid Id,
    string NameFa,
    string? NameEn,
    string? Province,
    string Serves,
    int? TradeYears,
    IReadOnlyList<PublishedField> Fields,
    IReadOnlyList<PublishedLanguage> Languages
)
{
    public Provinces Served => Provinces.Parse(Serves);
}

public sealed record PublishedField(string Chapter, string? Words);

public sealed record PublishedLanguage(string Code, LanguageLevel Level);

public sealed record PublishedCourse(string Title, string? Provider, int? Year);

/// <summary>What everybody may read of a promoter, and no more.</summary>
/// <param name="Phone">Null where the promoter keeps it to themselves; so is the address.</param>
public sealed record PublishedPromoter(
    Guid Id,
    string NameFa,
    string? NameEn,
    string? Province,
    string Serves,
    int? TradeYears,
    string? TradeExperience,
    string? FieldCommand,
    EducationField? EducationField,
    Degree? Degree,
    string? Phone,
    string? Email,
    DateTime? ApprovedAt,
    IReadOnlyList<PublishedField> Fields,
    IReadOnlyList<PublishedLanguage> Languages,
    IReadOnlyList<PublishedCourse> Courses
)
{
    public Provinces Served => Provinces.Parse(Serves);
}

/// <param name="Words">Names, goods, provinces or languages, in any order and spelling; each must occur.</param>
/// <param name="Chapter">Of the tariff, two digits.</param>
/// <param name="Province">One they serve.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record DirectoryQuery(
    string? Words = null,
    string? Chapter = null,
    string? Province = null,
    string? Language = null,
    SortOrder Order = default
)
{
    public const string ByName = "name";
    public const string ByExperience = "experience";
}

/// <summary>
/// The databank as everybody sees it: approved promoters and published fields alone. It looks past the viewpoint of
/// its reader, so nothing else may be added to what it selects.
/// </summary>
public sealed class PromoterDirectory(KarvanContext db)
{
    private static readonly string Country = Provinces.Country.Text;

    private static readonly RowOrders<Promoter> Orders = new RowOrders<Promoter>(p => p.Id)
        .By(DirectoryQuery.ByName, p => p.SortKey)
        // Who says nothing of it stands before the others, in both databases.
        .By(DirectoryQuery.ByExperience, p => p.TradeYears ?? -1);

    private IQueryable<Promoter> Approved =>
        db
            .Promoters.AsNoTracking()
            .IgnoreQueryFilters([QueryFilters.Seen])
            .Where(p => p.State == PromoterState.Approved);

    public FoundRows<DirectoryRow> Rows(DirectoryQuery question) =>
        new QueriedRows<DirectoryRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(p => new DirectoryRow(
                    p.Id,
                    p.NameFa,
                    p.NameEn,
                    p.Province,
                    p.Serves,
                    p.TradeYears,
                    p.Fields.OrderBy(f => f.Chapter)
                        .Select(f => new PublishedField(f.Chapter, f.Words))
                        .ToList(),
                    p.Languages.OrderBy(l => l.Code)
                        .Select(l => new PublishedLanguage(l.Code, l.Level))
                        .ToList()
                ))
                .AsSplitQuery()
        );

    public async Task<PublishedPromoter?> Find(Guid id, CancellationToken cancellation = default)
    {
        var found = await Approved
            .Where(p => p.Id == id)
            .Select(p => new PublishedPromoter(
                p.Id,
                p.NameFa,
                p.NameEn,
                p.Province,
                p.Serves,
                p.TradeYears,
                p.TradeExperience,
                p.FieldCommand,
                p.EducationField,
                p.Degree,
                p.PublishesPhone ? p.Phone : null,
                p.PublishesEmail ? p.Email : null,
                p.ApprovedAt,
                p.Fields.OrderBy(f => f.Chapter)
                    .Select(f => new PublishedField(f.Chapter, f.Words))
                    .ToList(),
                p.Languages.OrderBy(l => l.Code)
                    .Select(l => new PublishedLanguage(l.Code, l.Level))
                    .ToList(),
                p.Courses.Select(c => new PublishedCourse(c.Title, c.Provider, c.Year)).ToList()
            ))
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellation);
        return found is null
            ? null
            : found with
            {
                Courses =
                [
                    .. found
                        .Courses.OrderByDescending(c => c.Year)
                        .ThenBy(c => PersianText.SortKey(c.Title), StringComparer.Ordinal),
                ],
            };
    }

    private IQueryable<Promoter> Matching(DirectoryQuery question) =>
        Approved
            .WhereWords(question.Words, word => p => p.SearchKey.Contains(word))
            .WhereAsked(question.Chapter, chapter => p => p.Fields.Any(f => f.Chapter == chapter))
            // Codes have two digits and commas between them: no other code holds these two.
            .WhereAsked(
                question.Province,
                province => p => p.Serves == Country || p.Serves.Contains(province)
            )
            .WhereAsked(
                question.Language,
                language => p => p.Languages.Any(l => l.Code == language)
            );
}

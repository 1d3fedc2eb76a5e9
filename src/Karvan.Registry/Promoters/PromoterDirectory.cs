using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
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
    string Sort = DirectoryQuery.ByName,
    bool Descending = false,
    int Page = 1,
    int PageSize = 20
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

    private IQueryable<Promoter> Approved =>
        db
            .Promoters.AsNoTracking()
            .IgnoreQueryFilters([QueryFilters.Seen])
            .Where(p => p.State == PromoterState.Approved);

    public async Task<(IReadOnlyList<DirectoryRow> Rows, int Total)> Find(
        DirectoryQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var ordered = (question.Sort, question.Descending) switch
        {
            (DirectoryQuery.ByExperience, false) => found.OrderBy(p => p.TradeYears),
            (DirectoryQuery.ByExperience, true) => found.OrderByDescending(p => p.TradeYears),
            (_, false) => found.OrderBy(p => p.SortKey),
            (_, true) => found.OrderByDescending(p => p.SortKey),
        };
        var rows = await ordered
            .ThenBy(p => p.Id)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
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
            .ToListAsync(cancellation);
        return (rows, total);
    }

    public Task<PublishedPromoter?> Find(Guid id, CancellationToken cancellation = default) =>
        Approved
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
                p.Courses.OrderByDescending(c => c.Year)
                    .ThenBy(c => c.Title)
                    .Select(c => new PublishedCourse(c.Title, c.Provider, c.Year))
                    .ToList()
            ))
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellation);

    private IQueryable<Promoter> Matching(DirectoryQuery question)
    {
        var found = Approved;
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(p => p.SearchKey.Contains(word));
        }
        if (!string.IsNullOrEmpty(question.Chapter))
        {
            found = found.Where(p => p.Fields.Any(f => f.Chapter == question.Chapter));
        }
        if (!string.IsNullOrEmpty(question.Province))
        {
            // Codes have two digits and commas between them: no other code holds these two.
            found = found.Where(p => p.Serves == Country || p.Serves.Contains(question.Province));
        }
        if (!string.IsNullOrEmpty(question.Language))
        {
            found = found.Where(p => p.Languages.Any(l => l.Code == question.Language));
        }
        return found;
    }
}

using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>What an application still lacks before it can be sent in; the qualities are those of S.b.</summary>
public enum ApplicationGap
{
    NameFa,
    NameEn,
    Province,
    Field,
    ProvincesServed,
    EnglishLevel,
    English,
    TradeYears,
    TradeExperience,
    FieldCommand,
    Leadership,
    EducationField,
    Degree,
    Education,
    Phone,
    Consent,
}

public static class ApplicationGaps
{
    private const string English = "en";

    /// <summary>In the order of the pages. Courses may be none: the interviewer judges that.</summary>
    public static IReadOnlyList<(ApplicationPart Part, ApplicationGap Gap)> Of(Promoter promoter) =>
        [
            .. new (ApplicationPart Part, ApplicationGap Gap, bool Open)[]
            {
                (ApplicationPart.About, ApplicationGap.NameFa, Empty(promoter.NameFa)),
                (ApplicationPart.About, ApplicationGap.NameEn, Empty(promoter.NameEn)),
                (ApplicationPart.About, ApplicationGap.Province, Empty(promoter.Province)),
                (ApplicationPart.Fields, ApplicationGap.Field, promoter.Fields.Count == 0),
                (
                    ApplicationPart.Fields,
                    ApplicationGap.ProvincesServed,
                    promoter.Serves.Length == 0
                ),
                (
                    ApplicationPart.Languages,
                    ApplicationGap.EnglishLevel,
                    promoter.Languages.All(l => l.Code != English)
                ),
                (ApplicationPart.Languages, ApplicationGap.English, Empty(promoter.English)),
                (
                    ApplicationPart.Experience,
                    ApplicationGap.TradeYears,
                    promoter.TradeYears is null
                ),
                (
                    ApplicationPart.Experience,
                    ApplicationGap.TradeExperience,
                    Empty(promoter.TradeExperience)
                ),
                (
                    ApplicationPart.Experience,
                    ApplicationGap.FieldCommand,
                    Empty(promoter.FieldCommand)
                ),
                (ApplicationPart.Experience, ApplicationGap.Leadership, Empty(promoter.Leadership)),
                (
                    ApplicationPart.Education,
                    ApplicationGap.EducationField,
                    promoter.EducationField is null
                ),
                (ApplicationPart.Education, ApplicationGap.Degree, promoter.Degree is null),
                (ApplicationPart.Education, ApplicationGap.Education, Empty(promoter.Education)),
                (ApplicationPart.Contact, ApplicationGap.Phone, Empty(promoter.Phone)),
                (ApplicationPart.Contact, ApplicationGap.Consent, promoter.ConsentedAt is null),
            }
                .Where(g => g.Open)
                .Select(g => (g.Part, g.Gap)),
        ];

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

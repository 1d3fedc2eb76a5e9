using System.Net.Mail;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Reference;

namespace Karvan.Registry.Promoters;

/// <summary>What must hold of whatever is saved, finished or not.</summary>
internal static class SectionCheck
{
    private const int LongestLife = 80;
    private const int MostRows = 60;

    /// <param name="today">No course ended after it.</param>
    public static PromoterRefusal[] Of(PromoterSection section, DateOnly today) =>
        section switch
        {
            AboutSection about => About(about),
            FieldsSection fields => Fields(fields),
            LanguagesSection languages => Languages(languages),
            ExperienceSection experience => Experience(experience),
            EducationSection education => Education(education, today),
            ContactSection contact => Contact(contact),
            _ => throw new InvalidOperationException($"No rule for {section.GetType().Name}."),
        };

    private static PromoterRefusal[] About(AboutSection about) =>
        Refusals.Of(
            (
                Longer(nameof(Promoter.NameFa), about.NameFa)
                    || Longer(nameof(Promoter.NameEn), about.NameEn),
                PromoterRefusal.TooLong
            ),
            (
                !string.IsNullOrEmpty(about.Province)
                    && !ReferenceTable.Provinces.Contains(about.Province),
                PromoterRefusal.ProvinceUnknown
            )
        );

    private static PromoterRefusal[] Fields(FieldsSection fields) =>
        Refusals.Of(
            (
                fields.Fields.Count > MostRows
                    || fields
                        .Fields.GroupBy(f => f.Chapter, StringComparer.Ordinal)
                        .Any(g =>
                            Longer<PromoterField>(
                                nameof(PromoterField.Words),
                                PromoterField.Together(g.Select(f => f.Words))
                            )
                        ),
                PromoterRefusal.TooLong
            ),
            (
                fields.Fields.Any(f => !ReferenceTable.HsChapters.Contains(f.Chapter)),
                PromoterRefusal.ChapterUnknown
            )
        );

    private static PromoterRefusal[] Languages(LanguagesSection languages) =>
        Refusals.Of(
            (
                Longer(nameof(Promoter.English), languages.English)
                    || languages.Languages.Count > MostRows,
                PromoterRefusal.TooLong
            ),
            (
                languages.Languages.Any(l =>
                    !ReferenceTable.Languages.Contains(l.Code) || !Enum.IsDefined(l.Level)
                ),
                PromoterRefusal.LanguageUnknown
            )
        );

    private static PromoterRefusal[] Experience(ExperienceSection experience) =>
        Refusals.Of(
            (
                Longer(nameof(Promoter.TradeExperience), experience.Trade)
                    || Longer(nameof(Promoter.FieldCommand), experience.FieldCommand)
                    || Longer(nameof(Promoter.Leadership), experience.Leadership),
                PromoterRefusal.TooLong
            ),
            (experience.Years is < 0 or > LongestLife, PromoterRefusal.YearsWrong)
        );

    private static PromoterRefusal[] Education(EducationSection education, DateOnly today)
    {
        var year = SolarDate.Year(today);
        return Refusals.Of(
            (
                Longer(nameof(Promoter.Education), education.Statement)
                    || education.Courses.Count > MostRows
                    || education.Courses.Any(c =>
                        Longer<PromoterCourse>(nameof(PromoterCourse.Title), c.Title)
                        || Longer<PromoterCourse>(nameof(PromoterCourse.Provider), c.Provider)
                    ),
                PromoterRefusal.TooLong
            ),
            (
                education.Courses.Any(c => string.IsNullOrWhiteSpace(c.Title)),
                PromoterRefusal.CourseTitleMissing
            ),
            (
                education.Courses.Any(c => c.Year < year - LongestLife || c.Year > year),
                PromoterRefusal.CourseYearWrong
            )
        );
    }

    private static PromoterRefusal[] Contact(ContactSection contact) =>
        Refusals.Of(
            (
                Longer(nameof(Promoter.Phone), contact.Phone)
                    || Longer(nameof(Promoter.Email), contact.Email),
                PromoterRefusal.TooLong
            ),
            (
                !string.IsNullOrWhiteSpace(contact.Email)
                    && !(
                        MailAddress.TryCreate(contact.Email.Trim(), out var mail)
                        && mail.Address == contact.Email.Trim()
                    ),
                PromoterRefusal.EmailWrong
            )
        );

    private static bool Longer(string field, string? text) => Longer<Promoter>(field, text);

    public static bool Longer<TRecord>(string field, string? text) =>
        text?.Trim().Length > FieldDescription.Of(typeof(TRecord), field).Limit;
}

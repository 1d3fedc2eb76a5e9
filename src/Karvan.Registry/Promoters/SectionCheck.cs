using System.Net.Mail;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Reference;

namespace Karvan.Registry.Promoters;

/// <summary>What must hold of whatever is saved, finished or not.</summary>
internal static class SectionCheck
{
    public const int LongestText = 4000;
    private const int LongestName = 200;
    private const int LongestPhone = 40;
    private const int LongestLife = 80;
    private const int MostRows = 60;

    /// <param name="today">No course ended after it.</param>
    public static PromoterRefusal? Of(PromoterSection section, DateOnly today) =>
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

    private static PromoterRefusal? About(AboutSection about) =>
        Longer(LongestName, about.NameFa, about.NameEn) ? PromoterRefusal.TooLong
        : !string.IsNullOrEmpty(about.Province)
        && !ReferenceTable.Provinces.Contains(about.Province)
            ? PromoterRefusal.ProvinceUnknown
        : null;

    private static PromoterRefusal? Fields(FieldsSection fields) =>
        fields.Fields.Count > MostRows
        || Longer(LongestName, [.. fields.Fields.Select(f => f.Words)])
            ? PromoterRefusal.TooLong
        : fields.Fields.Any(f => !ReferenceTable.HsChapters.Contains(f.Chapter))
            ? PromoterRefusal.ChapterUnknown
        : null;

    private static PromoterRefusal? Languages(LanguagesSection languages) =>
        Longer(LongestText, languages.English) || languages.Languages.Count > MostRows
            ? PromoterRefusal.TooLong
        : languages.Languages.Any(l =>
            !ReferenceTable.Languages.Contains(l.Code) || !Enum.IsDefined(l.Level)
        )
            ? PromoterRefusal.LanguageUnknown
        : null;

    private static PromoterRefusal? Experience(ExperienceSection experience) =>
        Longer(LongestText, experience.Trade, experience.FieldCommand, experience.Leadership)
            ? PromoterRefusal.TooLong
        : experience.Years is < 0 or > LongestLife ? PromoterRefusal.YearsWrong
        : null;

    private static PromoterRefusal? Education(EducationSection education, DateOnly today)
    {
        var year = SolarDate.Year(today);
        return Longer(LongestText, education.Statement)
            || education.Courses.Count > MostRows
            || Longer(
                LongestName,
                [.. education.Courses.SelectMany(c => new[] { c.Title, c.Provider })]
            )
                ? PromoterRefusal.TooLong
            : education.Courses.Any(c => string.IsNullOrWhiteSpace(c.Title))
                ? PromoterRefusal.CourseTitleMissing
            : education.Courses.Any(c => c.Year < year - LongestLife || c.Year > year)
                ? PromoterRefusal.CourseYearWrong
            : null;
    }

    private static PromoterRefusal? Contact(ContactSection contact) =>
        Longer(LongestPhone, contact.Phone) || Longer(LongestName, contact.Email)
            ? PromoterRefusal.TooLong
        : !string.IsNullOrWhiteSpace(contact.Email)
        && !(
            MailAddress.TryCreate(contact.Email.Trim(), out var mail)
            && mail.Address == contact.Email.Trim()
        )
            ? PromoterRefusal.EmailWrong
        : null;

    private static bool Longer(int longest, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Trim().Length > longest)
            {
                return true;
            }
        }
        return false;
    }
}

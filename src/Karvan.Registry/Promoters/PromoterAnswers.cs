using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Registry.Promoters;

/// <content>What the applicant says, section by section.</content>
public sealed partial class Promoter
{
    /// <summary>A section as a form would hold it.</summary>
    public PromoterSection Section(ApplicationPart part) =>
        part switch
        {
            ApplicationPart.About => new AboutSection(NameFa, NameEn, Province),
            ApplicationPart.Fields => new FieldsSection(
                [
                    .. fields
                        .OrderBy(f => f.Chapter, StringComparer.Ordinal)
                        .Select(f => (f.Chapter, f.Words)),
                ],
                Served
            ),
            ApplicationPart.Languages => new LanguagesSection(
                [
                    .. languages
                        .OrderByDescending(l => l.Level)
                        .ThenBy(l => l.Code, StringComparer.Ordinal)
                        .Select(l => (l.Code, l.Level)),
                ],
                English
            ),
            ApplicationPart.Experience => new ExperienceSection(
                TradeYears,
                TradeExperience,
                FieldCommand,
                Leadership
            ),
            ApplicationPart.Education => new EducationSection(
                EducationField,
                Degree,
                Education,
                [
                    .. courses
                        .OrderByDescending(c => c.Year)
                        .ThenBy(c => PersianText.SortKey(c.Title), StringComparer.Ordinal)
                        .Select(c => (c.Title, c.Provider, c.Year)),
                ]
            ),
            _ => new ContactSection(
                Phone,
                Email,
                PublishesPhone,
                PublishesEmail,
                ConsentedAt is not null
            ),
        };

    public static ApplicationPart PartOf(PromoterSection section) =>
        section switch
        {
            AboutSection => ApplicationPart.About,
            FieldsSection => ApplicationPart.Fields,
            LanguagesSection => ApplicationPart.Languages,
            ExperienceSection => ApplicationPart.Experience,
            EducationSection => ApplicationPart.Education,
            _ => ApplicationPart.Contact,
        };

    private void Take(PromoterSection section, DateTime at)
    {
        switch (section)
        {
            case AboutSection about:
                NameFa = about.NameFa?.Trim() ?? "";
                NameEn = Blank(about.NameEn);
                Province = Blank(about.Province);
                break;
            case FieldsSection chosen:
                Take(chosen);
                break;
            case LanguagesSection spoken:
                English = Blank(spoken.English);
                Replace(
                    languages,
                    spoken
                        .Languages.GroupBy(l => l.Code, StringComparer.Ordinal)
                        .Select(g => new PromoterLanguage(Id, g.Key, g.Max(l => l.Level))),
                    l => (l.Code, l.Level)
                );
                break;
            case ExperienceSection experience:
                TradeYears = experience.Years;
                TradeExperience = Blank(experience.Trade);
                FieldCommand = Blank(experience.FieldCommand);
                Leadership = Blank(experience.Leadership);
                break;
            case EducationSection education:
                (EducationField, Degree) = (education.Field, education.Degree);
                Education = Blank(education.Statement);
                Replace(
                    courses,
                    education
                        .Courses.Select(c =>
                            (Title: c.Title.Trim(), Provider: Blank(c.Provider), c.Year)
                        )
                        .Distinct()
                        .Select(c => new PromoterCourse(Id, c.Title, c.Provider, c.Year)),
                    c => (c.Title, c.Provider, c.Year)
                );
                break;
            case ContactSection contact:
                (Phone, Email) = (Blank(contact.Phone), Blank(contact.Email));
                (PublishesPhone, PublishesEmail) = (contact.PublishesPhone, contact.PublishesEmail);
                ConsentedAt = contact.Consents ? ConsentedAt ?? at : null;
                break;
        }
        SearchKey = PersianText.SearchKey(Published());
    }

    /// <summary>A chapter typed twice is one field with the words of both.</summary>
    private void Take(FieldsSection chosen)
    {
        Serves = chosen.Served.Text;
        Replace(
            fields,
            chosen
                .Fields.GroupBy(f => f.Chapter, StringComparer.Ordinal)
                .Select(g => new PromoterField(
                    Id,
                    g.Key,
                    PromoterField.Together(g.Select(f => f.Words))
                )),
            f => (f.Chapter, f.Words)
        );
    }

    /// <summary>What a firm would type: names, goods, provinces and languages, in both languages.</summary>
    private IEnumerable<string?> Published()
    {
        var served = Served;
        var provinces = served.All
            ? ReferenceTable.Provinces.Rows.Select(p => p.Id)
            : served.Codes.Append(Province ?? "").Where(c => c.Length > 0);
        return
        [
            NameFa,
            NameEn,
            .. fields.Select(f => f.Words),
            .. fields.SelectMany(f => Both(ReferenceTable.HsChapters, f.Chapter)),
            .. languages.SelectMany(l => Both(ReferenceTable.Languages, l.Code)),
            .. provinces
                .Distinct(StringComparer.Ordinal)
                .SelectMany(p => Both(ReferenceTable.Provinces, p)),
        ];
    }

    private static string[] Both(ReferenceTable table, string code) =>
        [table.Name(code, Language.Persian), table.Name(code, Language.English)];

    /// <summary>Rows that stay as they were are left alone, so that the record shows what changed and no more.</summary>
    private static void Replace<T, TKey>(List<T> rows, IEnumerable<T> wanted, Func<T, TKey> same)
        where TKey : notnull
    {
        var keep = wanted.ToDictionary(same);
        rows.RemoveAll(r => !keep.Remove(same(r)));
        rows.AddRange(keep.Values);
    }

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using Karvan.Platform.Values;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>One page of the application, as its form holds it. What is left empty is kept so: a draft is never refused for being unfinished.</summary>
public abstract record PromoterSection
{
    private protected PromoterSection() { }
}

/// <param name="Province">Of residence; two-digit code.</param>
public sealed record AboutSection(string? NameFa, string? NameEn, string? Province)
    : PromoterSection;

/// <param name="Fields">Chapters of the tariff, each with words of one's own.</param>
public sealed record FieldsSection(
    IReadOnlyList<(string Chapter, string? Words)> Fields,
    Provinces Served
) : PromoterSection;

/// <param name="English">How they came to command English, and where they used it (S.b).</param>
public sealed record LanguagesSection(
    IReadOnlyList<(string Code, LanguageLevel Level)> Languages,
    string? English
) : PromoterSection;

/// <param name="Years">Of work in foreign trade.</param>
public sealed record ExperienceSection(
    int? Years,
    string? Trade,
    string? FieldCommand,
    string? Leadership
) : PromoterSection;

public enum EducationField
{
    Economics,
    IndustrialEngineering,
    Management,
    Other,
}

public enum Degree
{
    Diploma,
    Associate,
    Bachelor,
    Master,
    Doctorate,
}

/// <param name="Courses">Title, who held it, and the solar year.</param>
public sealed record EducationSection(
    EducationField? Field,
    Degree? Degree,
    string? Statement,
    IReadOnlyList<(string Title, string? Provider, int? Year)> Courses
) : PromoterSection;

/// <param name="Consents">That what the directory shows may be shown to everybody.</param>
public sealed record ContactSection(
    string? Phone,
    string? Email,
    bool PublishesPhone,
    bool PublishesEmail,
    bool Consents
) : PromoterSection;

/// <summary>Names the pages of the application.</summary>
public enum ApplicationPart
{
    About,
    Fields,
    Languages,
    Experience,
    Education,
    Contact,
}

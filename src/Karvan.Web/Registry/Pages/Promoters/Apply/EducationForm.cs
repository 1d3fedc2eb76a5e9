using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

[KeptIn<PromoterCourse>]
public sealed class CourseRow
{
    public string? Title { get; set; }

    public string? Provider { get; set; }

    /// <summary>Solar or Gregorian, in any digits.</summary>
    public string? Year { get; set; }
}

/// <summary>Education and relevant courses (S.b).</summary>
[KeptIn<Promoter>]
public sealed class EducationForm : SectionForm
{
    [KeptIn<Promoter>(nameof(Promoter.EducationField))]
    public string? Field { get; set; }

    public string? Degree { get; set; }

    [KeptIn<Promoter>(nameof(Promoter.Education))]
    public string? Statement { get; set; }

    public List<CourseRow> Courses { get; set; } = [];

    internal override ApplicationPart Part => ApplicationPart.Education;

    internal override void Fill(PromoterSection section)
    {
        var (field, degree, statement, courses) = (EducationSection)section;
        (Field, Degree, Statement) = (field?.ToString(), degree?.ToString(), statement);
        Courses =
        [
            .. courses.Select(c => new CourseRow
            {
                Title = c.Title,
                Provider = c.Provider,
                Year = c.Year?.ToString(CultureInfo.InvariantCulture),
            }),
        ];
        Courses.AddRange(Enumerable.Range(0, MoreRows).Select(_ => new CourseRow()));
    }

    internal override PromoterSection? Read(ModelStateDictionary errors, string prefix)
    {
        var courses = new List<(string, string?, int?)>();
        for (var i = 0; i < Courses.Count; i++)
        {
            var row = Courses[i];
            var title = Blank(row.Title);
            if (title is null && (Blank(row.Provider) ?? Blank(row.Year)) is not null)
            {
                errors.AddModelError(
                    $"{prefix}.Courses[{i}].Title",
                    "promoter.refused.CourseTitleMissing"
                );
            }
            if (!TryYear(row.Year, out var year))
            {
                errors.AddModelError(
                    $"{prefix}.Courses[{i}].Year",
                    "promoter.refused.CourseYearWrong"
                );
            }
            if (title is not null)
            {
                courses.Add((title, Blank(row.Provider), year));
            }
        }
        return errors.IsValid
            ? new EducationSection(
                Chosen<EducationField>(Field),
                Chosen<Degree>(Degree),
                Statement,
                courses
            )
            : null;
    }

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal switch
        {
            PromoterRefusal.CourseYearWrong => "Courses[0].Year",
            PromoterRefusal.CourseTitleMissing => "Courses[0].Title",
            _ => nameof(Statement),
        };

    /// <summary>A Gregorian year is taken for the solar one that begins in it.</summary>
    private static bool TryYear(string? typed, out int? year)
    {
        year = null;
        if (Blank(typed) is not { } text)
        {
            return true;
        }
        if (
            !int.TryParse(
                PersianText.LatinDigits(text),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            ) || number is < 1 or > 9999
        )
        {
            return false;
        }
        year = SolarCalendar.IsSolar(number) ? number : number - SolarCalendar.YearsApart;
        return true;
    }
}

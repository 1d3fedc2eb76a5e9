using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

public sealed class CourseRow
{
    [Required, ValidateNever]
    public string? Title { get; set; }

    public string? Provider { get; set; }

    /// <summary>Solar or Gregorian, in any digits.</summary>
    public string? Year { get; set; }
}

/// <summary>Education and relevant courses (S.b).</summary>
public sealed class EducationForm : SectionForm
{
    [Required, ValidateNever]
    public string? Field { get; set; }

    [Required, ValidateNever]
    public string? Degree { get; set; }

    [Required, ValidateNever]
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

    internal override IEnumerable<TypedAnswer> Answers(PageTexts words)
    {
        yield return TypedAnswer.Choice(
            nameof(Field),
            words["promoter.education-of"],
            Field,
            Chosen<EducationField>(Field) is { } field
                ? words[$"promoter.education-field.{field}"].Bare
                : ""
        );
        yield return TypedAnswer.Choice(
            nameof(Degree),
            words["promoter.degree-label"],
            Degree,
            Chosen<Degree>(Degree) is { } degree ? words[$"promoter.degree.{degree}"].Bare : ""
        );
        yield return TypedAnswer.Text(
            nameof(Statement),
            words["promoter.education-statement"],
            Statement
        );
        for (var i = 0; i < Courses.Count; i++)
        {
            var (row, label) = (Courses[i], words["promoter.course-row", ("number", i + 1)]);
            yield return TypedAnswer.Text($"Courses[{i}].Title", label, row.Title);
            yield return TypedAnswer.Text($"Courses[{i}].Provider", label, row.Provider);
            yield return TypedAnswer.Text(
                $"Courses[{i}].Year",
                label,
                PersianText.LatinDigits(row.Year ?? "")
            );
        }
    }

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

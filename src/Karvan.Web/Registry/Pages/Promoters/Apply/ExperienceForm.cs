using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>The first three qualities of S.b: foreign trade, command of the field, leadership.</summary>
public sealed class ExperienceForm : SectionForm
{
    /// <summary>Typed in any digits.</summary>
    [Required, ValidateNever]
    public string? Years { get; set; }

    [Required, ValidateNever]
    public string? Trade { get; set; }

    [Required, ValidateNever]
    public string? FieldCommand { get; set; }

    [Required, ValidateNever]
    public string? Leadership { get; set; }

    internal override ApplicationPart Part => ApplicationPart.Experience;

    internal override void Fill(PromoterSection section)
    {
        (var years, Trade, FieldCommand, Leadership) = (ExperienceSection)section;
        Years = years?.ToString(CultureInfo.InvariantCulture);
    }

    internal override PromoterSection? Read(ModelStateDictionary errors, string prefix)
    {
        int? years = null;
        if (Blank(Years) is { } typed)
        {
            if (
                int.TryParse(
                    PersianText.LatinDigits(typed),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                years = number;
            }
            else
            {
                errors.AddModelError($"{prefix}.{nameof(Years)}", "promoter.refused.YearsWrong");
            }
        }
        return errors.IsValid
            ? new ExperienceSection(years, Trade, FieldCommand, Leadership)
            : null;
    }

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal is PromoterRefusal.YearsWrong ? nameof(Years) : nameof(Trade);

    internal override IEnumerable<TypedAnswer> Answers(PageTexts words) =>
        [
            TypedAnswer.Text(
                nameof(Years),
                words["promoter.years"],
                PersianText.LatinDigits(Years ?? "")
            ),
            TypedAnswer.Text(nameof(Trade), words["promoter.trade-experience"], Trade),
            TypedAnswer.Text(nameof(FieldCommand), words["promoter.field-command"], FieldCommand),
            TypedAnswer.Text(nameof(Leadership), words["promoter.leadership"], Leadership),
        ];
}

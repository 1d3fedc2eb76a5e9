using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>The first three qualities of S.b: foreign trade, command of the field, leadership.</summary>
[KeptIn<Promoter>]
public sealed class ExperienceForm : SectionForm
{
    /// <summary>Typed in any digits.</summary>
    [KeptIn<Promoter>(nameof(Promoter.TradeYears))]
    public string? Years { get; set; }

    [KeptIn<Promoter>(nameof(Promoter.TradeExperience))]
    public string? Trade { get; set; }

    public string? FieldCommand { get; set; }

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
}

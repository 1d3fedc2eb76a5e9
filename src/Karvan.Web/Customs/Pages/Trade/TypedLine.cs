using Karvan.Customs.Lines;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// Day, good and country of a line as somebody types them, told together with what cannot be read at all. The use case holds
/// them against the same rules.
/// </summary>
internal static class TypedLine
{
    /// <summary>What is left empty is not looked at.</summary>
    /// <param name="prefix">The name of the form, whose fields are called as those of a line.</param>
    public static void Check(
        ModelStateDictionary errors,
        string prefix,
        (DateOnly? Day, string? HsCode, string? Country, bool Import) typed,
        DateOnly today
    )
    {
        void Refuse(bool wrong, string field, LineRefusal refusal)
        {
            if (wrong)
            {
                errors.AddModelError($"{prefix}.{field}", $"trade.refused.{refusal}");
            }
        }
        Refuse(
            typed.Day is { } day && !LineFields.HasCome(day, today),
            nameof(AdjustForm.Day),
            LineRefusal.BadDay
        );
        Refuse(
            typed.HsCode is { Length: > 0 } code && !LineFields.IsHsCode(code),
            nameof(AdjustForm.HsCode),
            LineRefusal.BadHsCode
        );
        Refuse(
            typed.Country is { Length: > 0 } country
                && !LineFields.IsCountry(country, typed.Import),
            nameof(AdjustForm.Country),
            LineRefusal.BadCountry
        );
    }
}

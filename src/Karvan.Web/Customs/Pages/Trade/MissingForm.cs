using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A declaration that is missing, as its firm copies it.</summary>
[KeptIn<MissingDeclaration>]
public sealed class MissingForm
{
    public string? Declaration { get; set; }

    [Field("trade.flow")]
    public string? Flow { get; set; } = TradeAsk.ExportFlow;

    public string? Day { get; set; }

    public string? Office { get; set; }

    public string? HsCode { get; set; }

    public string? Country { get; set; }

    [Field(
        "trade.value",
        Hint = "trade.value-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Number,
        Length = FieldLength.Narrow
    )]
    public string? Value { get; set; }

    [Field(
        "trade.kg",
        Hint = "trade.kg-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Number,
        Length = FieldLength.Narrow
    )]
    public string? Weight { get; set; }

    public string? Reason { get; set; }

    /// <summary>Reads what was typed; what cannot be read has its error beside it.</summary>
    /// <param name="prefix">The name of the form in its page.</param>
    /// <param name="today">No declaration is of a later day.</param>
    /// <returns>Null where something is wrong.</returns>
    public DeclaredGoods? Read(ModelStateDictionary errors, string prefix, DateOnly today)
    {
        if (Flow is not (TradeAsk.ExportFlow or TradeAsk.ImportFlow))
        {
            errors.AddModelError($"{prefix}.{nameof(Flow)}", "field.required");
        }
        var readable = SolarDate.TryParse(Day, out var day);
        if (!readable && !string.IsNullOrWhiteSpace(Day))
        {
            errors.AddModelError($"{prefix}.{nameof(Day)}", "field.date");
        }
        var cents = TypedNumber.Cents(Value);
        if (cents is null)
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Value)}",
                $"trade.refused.{LineRefusal.BadValue}"
            );
        }
        var grams = string.IsNullOrWhiteSpace(Weight) ? null : TypedNumber.Grams(Weight);
        if (grams is null && !string.IsNullOrWhiteSpace(Weight))
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Weight)}",
                $"trade.refused.{LineRefusal.BadWeight}"
            );
        }
        TypedLine.Check(
            errors,
            prefix,
            (
                readable ? day : null,
                PersianText.LatinDigits(HsCode ?? "").Trim(),
                Country,
                Flow == TradeAsk.ImportFlow
            ),
            today
        );
        return errors.IsValid
            ? new DeclaredGoods(
                Declaration!,
                Flow == TradeAsk.ImportFlow,
                day,
                Office!,
                HsCode!,
                Country!,
                cents!.Value,
                grams
            )
            : null;
    }

    /// <returns>The field a refusal is about; null for the whole form.</returns>
    public static string? FieldOf(MissingRefusal refusal) =>
        refusal switch
        {
            MissingRefusal.NoNumber
            or MissingRefusal.AlreadyThere
            or MissingRefusal.AlreadyReported => nameof(Declaration),
            MissingRefusal.NoOffice => nameof(Office),
            MissingRefusal.BadDay => nameof(Day),
            MissingRefusal.BadHsCode => nameof(HsCode),
            MissingRefusal.BadCountry => nameof(Country),
            MissingRefusal.BadValue => nameof(Value),
            MissingRefusal.BadWeight => nameof(Weight),
            _ => null,
        };
}

using System.Globalization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Trade.Ledger;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>What a line is to say instead, as it is typed.</summary>
public sealed class AdjustForm
{
    public const string Correct = "Correct";
    public const string Strike = "Strike";

    public string? Decision { get; set; }

    [Field("trade.flow")]
    public string? Flow { get; set; }

    /// <summary>A number of the firm whose line it is.</summary>
    [Field(
        "trade.owner",
        Hint = "trade.owner-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? Owner { get; set; }

    [Field("trade.day", Kind = FieldKind.Day)]
    public string? Day { get; set; }

    [Field(
        "trade.good",
        Hint = "trade.good-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? HsCode { get; set; }

    [Field("trade.country", Kind = FieldKind.Country)]
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

    [KeptIn<CustomsAdjustment>(Optional = true)]
    public string? Reason { get; set; }

    /// <param name="digits">Writes Latin digits as those of the page.</param>
    public static AdjustForm Of(LedgerLine line, Func<string, string> digits) =>
        new()
        {
            Decision = Correct,
            Flow = TradeAsk.FlowOf(line.Import),
            Owner = digits(line.Exporter),
            Day = SolarDate.Text(line.Day),
            HsCode = line.HsCode,
            Country = line.Country,
            Value = digits((line.ValueCents / 100m).ToString("0.##", CultureInfo.InvariantCulture)),
            Weight = digits(
                (line.WeightGrams / 1000m).ToString("0.###", CultureInfo.InvariantCulture)
            ),
        };

    /// <summary>Reads what was typed; what cannot be read has its error beside it.</summary>
    /// <param name="prefix">The name of the form in its page.</param>
    /// <param name="today">No line is of a later day.</param>
    /// <returns>Null for a line that is struck off, and where something is wrong.</returns>
    public LineCorrection? Read(ModelStateDictionary errors, string prefix, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Reason)}",
                $"trade.refused.{LineRefusal.NoReason}"
            );
        }
        if (Decision == Strike)
        {
            return null;
        }
        if (Decision != Correct)
        {
            errors.AddModelError($"{prefix}.{nameof(Decision)}", "field.required");
            return null;
        }
        var readable = SolarDate.TryParse(Day, out var day);
        if (!readable)
        {
            errors.AddModelError($"{prefix}.{nameof(Day)}", "field.date");
        }
        if (Flow is not (TradeAsk.ExportFlow or TradeAsk.ImportFlow))
        {
            errors.AddModelError($"{prefix}.{nameof(Flow)}", "field.required");
        }
        var cents = TypedNumber.Cents(Value);
        if (cents is null)
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Value)}",
                $"trade.refused.{LineRefusal.BadValue}"
            );
        }
        var grams = TypedNumber.Grams(Weight);
        if (grams is null)
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Weight)}",
                $"trade.refused.{LineRefusal.BadWeight}"
            );
        }
        var code = PersianText.LatinDigits(HsCode ?? "").Trim();
        TypedLine.Check(
            errors,
            prefix,
            (readable ? day : null, code, Country, Flow == TradeAsk.ImportFlow),
            today
        );
        return errors.IsValid
            ? new LineCorrection(
                day,
                code,
                Country ?? "",
                cents!.Value,
                grams!.Value,
                Flow == TradeAsk.ImportFlow,
                Owner
            )
            : null;
    }

    /// <param name="key">Of a field's name where both versions are shown, see <see cref="TradeTexts.Changes" />.</param>
    public static string FieldOf(string key) =>
        key switch
        {
            "trade.flow" => nameof(Flow),
            "trade.exporter" => nameof(Owner),
            "trade.day" => nameof(Day),
            "trade.good" => nameof(HsCode),
            "trade.country" => nameof(Country),
            "trade.value" => nameof(Value),
            "trade.kg" => nameof(Weight),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
        };

    /// <returns>The field a refusal is about; null for the whole form.</returns>
    public static string? FieldOf(LineRefusal refusal) =>
        refusal switch
        {
            LineRefusal.NoSuchFirm => nameof(Owner),
            LineRefusal.BadDay => nameof(Day),
            LineRefusal.BadHsCode => nameof(HsCode),
            LineRefusal.BadCountry => nameof(Country),
            LineRefusal.BadValue => nameof(Value),
            LineRefusal.BadWeight => nameof(Weight),
            LineRefusal.NoReason => nameof(Reason),
            _ => null,
        };
}

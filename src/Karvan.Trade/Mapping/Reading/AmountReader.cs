using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>What a file says of a line's value, and what that is in USD cents.</summary>
/// <param name="Hundredths">Of the currency; tomans are rials by then.</param>
internal readonly record struct Money(long Cents, long Hundredths, CurrencyUnit Unit);

/// <summary>Reads value, currency and weight of a row.</summary>
internal sealed class AmountReader
{
    private const int MoneyDecimals = 2;
    private const long MostCents = NumberField.LargestAmount * 100;
    private const long MostGrams = NumberField.LargestAmount * 1000;

    /// <summary>Ten times as many, rials of so many tomans, are still counted exactly.</summary>
    private const long MostHundredths = long.MaxValue / 10;

    private readonly FieldChars chars;
    private readonly NumberMarks moneyMarks;
    private readonly NumberMarks weightMarks;
    private readonly Remembered<CurrencyUnit>? units;
    private readonly CurrencyUnit fixedUnit;
    private readonly Dictionary<string, CurrencyRates> rates;
    private readonly int valueColumn;
    private readonly int currencyColumn;
    private readonly int weightColumn;
    private readonly int weightDecimals;
    private (string Code, int Day, DatedRate? Rate) last = ("", 0, null);

    public AmountReader(MappingPlan plan, FieldChars chars)
    {
        this.chars = chars;
        var (value, weight) = (plan.Profile.Value, plan.Profile.Weight);
        (moneyMarks, weightMarks) = (value.Marks, weight.Marks);
        valueColumn = plan.ColumnOf(Target.Value);
        currencyColumn = plan.ColumnOf(Target.Currency);
        weightColumn = plan.ColumnOf(Target.Weight);
        fixedUnit = CurrencyUnit.OfMeaning(value.Currency ?? CurrencyUnit.UsdCode);
        rates = plan.Profile.Rates.ToDictionary(r => r.Currency, StringComparer.Ordinal);
        weightDecimals = weight.Unit switch
        {
            WeightUnit.Kilogram => 3,
            WeightUnit.Tonne => 6,
            _ => 0,
        };
        if (value.Currency is null)
        {
            var words = new CurrencyWords(value.Words);
            units = new(
                (text, out unit) =>
                {
                    var found = words.Of(text.ToString());
                    unit = found ?? fixedUnit;
                    return found is null ? Fault.BadCurrency : Fault.None;
                },
                chars
            );
        }
    }

    /// <param name="day">Of the line; the rate is that day's.</param>
    /// <param name="column">The place of the bad field.</param>
    public Fault Read(RowCells row, int day, out Money money, out long grams, out int column)
    {
        (money, grams) = (default, 0);
        column = valueColumn;
        var fault = Amount(row[column], moneyMarks, MoneyDecimals, MostHundredths, out var amount);
        if (fault is not Fault.None)
        {
            return fault;
        }
        var unit = fixedUnit;
        if (units is not null)
        {
            column = currencyColumn;
            fault = units.Read(row[column], out unit);
            if (fault is not Fault.None)
            {
                return fault;
            }
        }
        fault = Convert(amount, unit, day, out money);
        if (fault is not Fault.None)
        {
            column = fault is Fault.OutOfRange || currencyColumn < 0 ? valueColumn : currencyColumn;
            return fault;
        }
        column = weightColumn;
        return Weight(row, out grams);
    }

    /// <summary>The value as the file tells it, in hundredths, for a row that is no line.</summary>
    public long? TotalOfValue(RowCells row) =>
        Amount(row[valueColumn], moneyMarks, MoneyDecimals, MostHundredths, out var amount)
        is Fault.None
            ? amount
            : null;

    /// <summary>The weight in grams, for a row that is no line.</summary>
    public long? TotalOfWeight(RowCells row) =>
        Amount(row[weightColumn], weightMarks, weightDecimals, long.MaxValue / 10, out var grams)
        is Fault.None
            ? grams
            : null;

    private Fault Weight(RowCells row, out long grams) =>
        Amount(row[weightColumn], weightMarks, weightDecimals, MostGrams, out grams);

    private Fault Convert(long amount, CurrencyUnit unit, int day, out Money money)
    {
        money = default;
        var hundredths = amount * unit.Times;
        Int128 cents = hundredths;
        if (!unit.IsUsd)
        {
            if (RateOn(unit.Code, day) is not { } rate)
            {
                return Fault.NoRate;
            }
            cents = rate.Cents(hundredths);
        }
        if (cents > MostCents)
        {
            return Fault.OutOfRange;
        }
        money = new((long)cents, hundredths, unit);
        return Fault.None;
    }

    private DatedRate? RateOn(string code, int day)
    {
        if (last.Code != code || last.Day != day)
        {
            last = (code, day, rates.GetValueOrDefault(code)?.On(day));
        }
        return last.Rate;
    }

    private Fault Amount(
        ReadOnlySpan<byte> field,
        NumberMarks marks,
        int decimals,
        long largest,
        out long value
    )
    {
        value = 0;
        if (chars.Read(field, out var text) is not Fault.None and var fault)
        {
            return fault;
        }
        return text.IsEmpty
            ? Fault.Blank
            : AmountText.Read(text, marks, decimals, largest, out value);
    }
}

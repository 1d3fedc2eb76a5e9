using Karvan.Customs.Records;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Facts;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>
/// A mapping as a form: columns are chosen by their place in the file that is looked at, and kept by name. What the form
/// does not ask, such as words of a column, is taken over from the mapping it began with.
/// </summary>
public sealed class MappingForm
{
    /// <summary>The answer of a choice that leaves it to a column.</summary>
    public const string ByColumn = "column";

    private const int MostKeyColumns = 3;

    /// <summary>A line a day and currency, for years.</summary>
    private const int LongestRates = 40_000;

    public string? Declaration { get; set; }
    public string? Declaration2 { get; set; }
    public string? Declaration3 { get; set; }
    public string? Numbering { get; set; }
    public string? Line { get; set; }
    public string? FlowMode { get; set; }
    public string? Flow { get; set; }
    public string? Date { get; set; }
    public string? Calendar { get; set; }
    public string? Order { get; set; }
    public string? Exporter { get; set; }
    public bool ExporterZeros { get; set; }
    public string? HsCode { get; set; }
    public bool HsZero { get; set; }
    public string? Country { get; set; }
    public string? Value { get; set; }
    public string? Currency { get; set; }
    public string? CurrencyColumn { get; set; }
    public string? Weight { get; set; }
    public string? Unit { get; set; }
    public string? Point { get; set; }
    public string? Groups { get; set; }

    [Field("customs.map.rates", Hint = "customs.map.rates-hint", Longest = LongestRates, Rows = 3)]
    public string? Rates { get; set; }

    /// <summary>To be saved under; empty for not at all.</summary>
    [KeptIn<CustomsProfile>(nameof(CustomsProfile.Name), Optional = true)]
    public string? SaveAs { get; set; }

    public bool Replace { get; set; }

    public static MappingForm Of(MappingProfile mapping, FilePreview preview)
    {
        string? Place(ColumnReference column) => MappingColumns.PlaceOf(column, preview);
        var keys = mapping.Declaration.Columns.Take(MostKeyColumns).Select(Place).ToList();
        return new MappingForm
        {
            Declaration = keys.ElementAtOrDefault(0),
            Declaration2 = keys.ElementAtOrDefault(1),
            Declaration3 = keys.ElementAtOrDefault(2),
            Numbering = $"{mapping.Declaration.Numbering}",
            Line = Place(mapping.Declaration.Line),
            FlowMode = mapping.Flow.Fixed is { } flow ? $"{flow}" : ByColumn,
            Flow = Place(mapping.Flow.Column),
            Date = Place(mapping.Date.Column),
            Calendar = $"{mapping.Date.Calendar}",
            Order = $"{mapping.Date.Order}",
            Exporter = Place(mapping.Exporter.Column),
            ExporterZeros = mapping.Exporter.GiveBackZeros,
            HsCode = Place(mapping.HsCode.Column),
            HsZero = mapping.HsCode.GiveBackZero,
            Country = Place(mapping.Country),
            Value = Place(mapping.Value.Column),
            Currency = mapping.Value.Currency ?? ByColumn,
            CurrencyColumn = Place(mapping.Value.CurrencyColumn),
            Weight = Place(mapping.Weight.Column),
            Unit = $"{mapping.Weight.Unit}",
            Point = $"{mapping.Value.Marks.Point}",
            Groups = mapping.Value.Marks.Groups.Length == 0 ? "" : mapping.Value.Marks.Groups[..1],
            Rates = RateLines.Text(mapping.Rates),
        };
    }

    /// <returns>Null where something typed cannot be read; the reason stands in <paramref name="state"/>.</returns>
    public MappingProfile? Read(
        MappingProfile begun,
        FilePreview preview,
        ModelStateDictionary state,
        string prefix
    )
    {
        var rates = RateLines.Parse(Rates, out var wrong);
        if (wrong is not null)
        {
            state.AddModelError(
                $"{prefix}.{nameof(Rates)}",
                $"customs.map.rate-wrong|text={wrong.Replace('|', '¦')}"
            );
            return null;
        }
        ColumnReference Column(string? place) => MappingColumns.At(place, preview);
        var marks = new NumberMarks(Point is { Length: 1 } point ? point[0] : '.', Groups ?? "");
        var fixedFlow = EnumNames.TryParse<TradeFlow>(FlowMode, out var flow)
            ? flow
            : (TradeFlow?)null;
        var currency = Currency is null or ByColumn ? null : Currency.Trim();
        return begun with
        {
            Declaration = new(
                [
                    .. new[] { Declaration, Declaration2, Declaration3 }
                        .Select(Column)
                        .Where(c => !c.IsNone),
                ],
                Parsed(Numbering, LineNumbering.Counted),
                Parsed(Numbering, LineNumbering.Counted) is LineNumbering.Column
                    ? Column(Line)
                    : ColumnReference.None
            ),
            Flow = begun.Flow with
            {
                Column = fixedFlow is null ? Column(Flow) : ColumnReference.None,
                Fixed = fixedFlow,
            },
            Date = new(
                Column(Date),
                Parsed(Calendar, DateCalendar.Auto),
                Parsed(Order, DateOrder.Ymd)
            ),
            Exporter = new(Column(Exporter), ExporterZeros),
            HsCode = new(Column(HsCode), HsZero),
            Country = Column(Country),
            Value = begun.Value with
            {
                Column = Column(Value),
                Marks = marks,
                Currency = currency,
                CurrencyColumn = currency is null ? Column(CurrencyColumn) : ColumnReference.None,
            },
            Weight = new(Column(Weight), marks, Parsed(Unit, WeightUnit.Kilogram)),
            Rates = rates,
        };
    }

    private static T Parsed<T>(string? text, T otherwise)
        where T : struct, Enum => EnumNames.TryParse<T>(text, out var value) ? value : otherwise;
}

/// <summary>Columns of the file that is looked at, by their place.</summary>
internal static class MappingColumns
{
    public static ColumnReference At(string? place, FilePreview preview) =>
        int.TryParse(PersianText.LatinDigits(place ?? ""), out var at)
        && at >= 0
        && at < preview.Columns.Count
            ? new ColumnReference(preview.Columns[at], at)
            : ColumnReference.None;

    /// <returns>Null for none, and for one that the file has not.</returns>
    public static string? PlaceOf(ColumnReference column, FilePreview preview)
    {
        if (column.IsNone)
        {
            return null;
        }
        var wanted = Key(column.Name);
        var named = preview
            .Columns.Select((name, place) => (name, place))
            .Where(c => column.Name.Length > 0 && Key(c.name) == wanted)
            .ToList();
        return named switch
        {
            [var one] => $"{one.place}",
            _ when column.Place is { } place && place < preview.Columns.Count => $"{place}",
            _ => null,
        };
    }

    private static string Key(string name) => string.Concat(PersianText.Words(name));
}

/// <summary>Rates as lines that people type: currency, day, rate, source.</summary>
internal static class RateLines
{
    private const char UsdMark = '$';

    public static string Text(IReadOnlyList<CurrencyRates> rates) =>
        string.Join(
            '\n',
            rates.SelectMany(c =>
                c.Rates.Select(r =>
                    $"{c.Currency} {SolarDate.Text(r.From)} {(r.Meaning is RateMeaning.UsdPer ? "$" : "")}{r.Text} {r.Source}".Trim()
                )
            )
        );

    /// <param name="wrong">The first line that cannot be read; null where all can.</param>
    public static IReadOnlyList<CurrencyRates> Parse(string? text, out string? wrong)
    {
        wrong = null;
        var read = new List<(string Currency, DatedRate Rate)>();
        foreach (
            var line in (text ?? "").Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            var parts = PersianText
                .LatinDigits(line)
                .Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
            if (
                parts.Length < 3
                || parts[0].Length != 3
                || !SolarDate.TryParse(parts[1], out var from)
                || DatedRate.Of(
                    from,
                    parts[2].TrimStart(UsdMark).Replace(",", "", StringComparison.Ordinal),
                    parts[2].StartsWith(UsdMark) ? RateMeaning.UsdPer : RateMeaning.PerUsd,
                    parts.ElementAtOrDefault(3) ?? ""
                )
                    is not { } rate
            )
            {
                wrong = line;
                return [];
            }
            read.Add((parts[0].ToUpperInvariant(), rate));
        }
        return
        [
            .. read.GroupBy(r => r.Currency, StringComparer.Ordinal)
                .Select(g => new CurrencyRates(
                    g.Key,
                    [.. g.Select(r => r.Rate).OrderBy(r => r.From)]
                )),
        ];
    }
}

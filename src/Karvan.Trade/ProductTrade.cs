using System.Globalization;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade;

/// <summary>
/// A country's trade by product and year (columns <c>year</c>, <c>hs6</c>, <c>value_usd</c>), added up by the classes
/// of a table of goods: how real trade falls into the technology bands.
/// </summary>
public sealed class ProductTrade
{
    private static readonly string[] Columns = ["year", "hs6", "value_usd"];

    private readonly GoodsTable table;
    private readonly SortedDictionary<int, long[,]> cents = [];

    private ProductTrade(GoodsTable table) => this.table = table;

    public IEnumerable<int> Years => cents.Keys;

    /// <exception cref="UnusableInputException">The file cannot be read, or one of its rows is not good: here no row is rejected by itself.</exception>
    public static ProductTrade Read(
        InputFile file,
        GoodsTable table,
        CancellationToken cancellation = default
    )
    {
        var trade = new ProductTrade(table);
        var rows = new CsvRows(file, Columns);
        rows.Read(
            (line, fault, found) =>
            {
                if (fault is not Fault.None)
                {
                    throw new UnusableInputException(
                        $"{file.Name}:{line}: found a row with the fault '{fault.Word()}' ({found}), expected good rows only"
                    );
                }
                trade.Add(rows, file, line);
            },
            cancellation
        );
        return trade;
    }

    /// <summary>USD cents of a year in a class of an edition.</summary>
    public long Cents(int year, int edition, int @class) => cents[year][edition, @class];

    /// <summary>USD cents of a year in all classes.</summary>
    public long Cents(int year) =>
        Enumerable.Range(0, table.Classes.Count).Sum(c => cents[year][0, c]);

    private void Add(CsvRows rows, InputFile file, long line)
    {
        var year = Whole(rows, file, line, 0, 4);
        var code = Whole(rows, file, line, 1, 6);
        var fault = NumberField.Read(rows[2].Digits, 2, long.MaxValue / 100, out var value);
        if (fault is not Fault.None)
        {
            throw Bad(rows, file, line, 2, "an amount in USD");
        }
        if (!cents.TryGetValue(year, out var sums))
        {
            cents[year] = sums = new long[table.Editions.Count, table.Classes.Count];
        }
        for (var edition = 0; edition < table.Editions.Count; edition++)
        {
            ref var sum = ref sums[edition, table.ClassOfCode(edition)[code]];
            sum = checked(sum + value);
        }
    }

    private static int Whole(CsvRows rows, InputFile file, long line, int column, int digits)
    {
        var text = rows[column].Compared;
        return
            text.Length == digits
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(rows, file, line, column, $"{digits} digits");
    }

    private static UnusableInputException Bad(
        CsvRows rows,
        InputFile file,
        long line,
        int column,
        string expected
    ) =>
        new(
            $"{file.Name}:{line}: {Columns[column]}: found '{rows.Shown(column)}', expected {expected}"
        );
}

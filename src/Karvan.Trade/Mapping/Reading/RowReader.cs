using System.Text;
using Karvan.Rules.Facts;
using Karvan.Trade.Fields;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>Reads rows into customs lines; one thread's own, for it remembers what fields come again.</summary>
internal sealed class RowReader
{
    private const int LongestLineNumber = 9;
    private const string Home = "IR";

    private readonly MappingPlan plan;
    private readonly LineCounter? counter;
    private readonly FieldChars chars = new();
    private readonly DeclarationKey key;
    private readonly Remembered<bool>? imports;
    private readonly Remembered<int> days;
    private readonly Remembered<byte[]> hsCodes;
    private readonly Remembered<byte[]> countries;
    private readonly AmountReader amounts;
    private readonly byte[] exporter = new byte[CheckDigit.LegalIdLength];
    private readonly bool fixedImport;
    private readonly bool giveBackZeros;

    /// <param name="counter">Null where a column holds the line numbers.</param>
    /// <param name="country">A word of the file → alpha-2, or null.</param>
    public RowReader(MappingPlan plan, LineCounter? counter, Func<string, string?> country)
    {
        (this.plan, this.counter) = (plan, counter);
        var profile = plan.Profile;
        key = new(
            plan.Columns[Target.Declaration],
            profile.Declaration.Numbering is LineNumbering.SubstituteKey,
            chars
        );
        fixedImport = profile.Flow.Fixed is TradeFlow.Import;
        giveBackZeros = profile.Exporter.GiveBackZeros;
        if (profile.Flow.Fixed is null)
        {
            var words = new FlowWords(profile.Flow.Words);
            imports = new(
                (text, out import) =>
                {
                    var flow = words.Of(text.ToString());
                    import = flow is TradeFlow.Import;
                    return flow is null ? Fault.BadFlow : Fault.None;
                },
                chars
            );
        }
        var date = profile.Date;
        days = new(
            (text, out day) => DateText.Read(text, date.Calendar, date.Order, out day),
            chars
        );
        var giveBackZero = profile.HsCode.GiveBackZero;
        hsCodes = new((text, out code) => HsCodeText.Read(text, giveBackZero, out code), chars);
        countries = new(
            (text, out code) =>
            {
                var found = country(text.ToString());
                code = found is null ? [] : Encoding.ASCII.GetBytes(found);
                return code.Length == 2 ? Fault.None : Fault.BadCountry;
            },
            chars
        );
        amounts = new(plan, chars);
    }

    /// <summary>Value and weight of what was handed over.</summary>
    public AmountSums Sums { get; } = new();

    public AmountReader Amounts => amounts;

    /// <param name="line">Its place in the file.</param>
    /// <param name="sink">Gets the line if it is good.</param>
    /// <param name="column">The place of the bad field; −1 where there is none.</param>
    public Fault Read(RowCells row, long line, ILineSink sink, out int column)
    {
        var fault = key.Read(row, out column);
        if (fault is not Fault.None)
        {
            return fault;
        }
        var number = counter?.Next(key.Bytes) ?? 0;
        if (counter is null)
        {
            column = plan.ColumnOf(Target.LineNumber);
            fault = LineNumber(row[column], out number);
            if (fault is not Fault.None)
            {
                return fault;
            }
        }
        var import = fixedImport;
        if (imports is not null)
        {
            column = plan.ColumnOf(Target.Flow);
            fault = imports.Read(row[column], out import);
            if (fault is not Fault.None)
            {
                return fault;
            }
        }
        column = plan.ColumnOf(Target.Date);
        fault = days.Read(row[column], out var day);
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = plan.ColumnOf(Target.Exporter);
        fault = Exporter(row[column], out var idLength);
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = plan.ColumnOf(Target.HsCode);
        fault = hsCodes.Read(row[column], out var hsCode);
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = plan.ColumnOf(Target.Country);
        fault = countries.Read(row[column], out var country);
        // Goods may come back from home, but home is no destination.
        if (fault is Fault.None && !import && country[0] == Home[0] && country[1] == Home[1])
        {
            fault = Fault.BadCountry;
        }
        if (fault is not Fault.None)
        {
            return fault;
        }
        fault = amounts.Read(row, day, out var money, out var grams, out column);
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = -1;
        Sums.Add(money, grams);
        sink.Take(
            new ReadLine
            {
                SourceLine = line,
                Declaration = key.Bytes,
                LineNumber = number,
                Import = import,
                Day = day,
                Exporter = exporter.AsSpan(0, idLength),
                HsCode = hsCode,
                Country = country,
                ValueCents = money.Cents,
                WeightGrams = grams,
                AmountHundredths = money.Unit.IsUsd ? 0 : money.Hundredths,
                Currency = money.Unit.IsUsd ? default : money.Unit.Letters,
            }
        );
        return Fault.None;
    }

    private Fault LineNumber(ReadOnlySpan<byte> field, out int number)
    {
        number = 0;
        if (chars.Read(field, out var text) is not Fault.None and var fault)
        {
            return fault;
        }
        if (text.IsEmpty)
        {
            return Fault.Blank;
        }
        if (text.Length > LongestLineNumber || text.ContainsAnyExceptInRange('0', '9'))
        {
            return Fault.BadLineNumber;
        }
        foreach (var digit in text)
        {
            number = number * 10 + (digit - '0');
        }
        return Fault.None;
    }

    private Fault Exporter(ReadOnlySpan<byte> field, out int length)
    {
        length = 0;
        if (chars.Read(field, out var text) is not Fault.None and var fault)
        {
            return fault;
        }
        Span<char> id = stackalloc char[CheckDigit.LegalIdLength];
        fault = ExporterText.Read(text, giveBackZeros, id, out length);
        if (fault is Fault.None)
        {
            for (var i = 0; i < length; i++)
            {
                exporter[i] = (byte)id[i];
            }
        }
        return fault;
    }
}

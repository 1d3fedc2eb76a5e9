using System.Globalization;
using System.Text;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Declarations;

/// <summary>Reads any line by the letter of the format and says what is wrong with the first bad field.</summary>
internal sealed class CarefulLine(LineRules rules)
{
    /// <summary>A declaration number has at most this many characters.</summary>
    public const int LongestDeclaration = 64;

    private const int LongestLineNumber = 9;

    /// <summary>The declaration number in one spelling.</summary>
    public string Declaration { get; private set; } = "";

    /// <param name="column">Place in <see cref="DeclarationColumns.Names"/> of the bad field.</param>
    public Fault Read(RecordFields fields, CsvLayout layout, out CustomsLine line, out int column)
    {
        line = default;
        for (column = 0; column < layout.Columns.Length; column++)
        {
            var text = FoldedText.Digits(fields[layout.Columns[column]]);
            var fault = text is null ? Fault.BadEncoding : Field(column, text, ref line);
            if (fault is not Fault.None)
            {
                return fault;
            }
        }
        column = -1;
        return Fault.None;
    }

    /// <summary>A number and how many digits it was written with, in one.</summary>
    public static long WithLength(long code, int digits) => code * 16 + digits;

    private Fault Field(int column, string text, ref CustomsLine line) =>
        column switch
        {
            DeclarationColumns.Declaration => ReadDeclaration(text, ref line),
            DeclarationColumns.Line => LineNumber(text, ref line),
            DeclarationColumns.Flow => Flow(text, ref line),
            DeclarationColumns.Date => Date(text, ref line),
            DeclarationColumns.Exporter => Exporter(text, ref line),
            DeclarationColumns.HsCode => HsCode(text, ref line),
            DeclarationColumns.Country => Country(text, ref line),
            DeclarationColumns.Value => NumberField.Read(
                text,
                2,
                NumberField.LargestAmount,
                out line.ValueCents
            ),
            DeclarationColumns.Weight => NumberField.Read(
                text,
                3,
                NumberField.LargestAmount,
                out line.WeightGrams
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

    private Fault ReadDeclaration(string text, ref CustomsLine line)
    {
        Declaration = FoldedText.Compared(text).ToUpperInvariant();
        if (Declaration.Length is 0 or > LongestDeclaration)
        {
            return Declaration.Length == 0 ? Fault.Blank : Fault.TooLong;
        }
        line.DeclarationHash = DeclarationHash.Of(Encoding.UTF8.GetBytes(Declaration));
        return Fault.None;
    }

    private static Fault LineNumber(string text, ref CustomsLine line)
    {
        if (text.Length == 0)
        {
            return Fault.Blank;
        }
        var good = Digits(text, out var number) && text.Length <= LongestLineNumber;
        line.LineNumber = good ? (int)number : 0;
        return good ? Fault.None : Fault.BadLineNumber;
    }

    private static Fault Flow(string text, ref CustomsLine line)
    {
        var flow = FoldedText.Compared(text);
        line.Import = flow is "import";
        return flow switch
        {
            "export" or "import" => Fault.None,
            "" => Fault.Blank,
            _ => Fault.BadFlow,
        };
    }

    private Fault Date(string text, ref CustomsLine line)
    {
        var fault = DateField.Read(text, out line.Day, out var solarYear);
        line.Year = fault is Fault.None ? rules.YearPlace(solarYear) : 0;
        return fault;
    }

    private static Fault Exporter(string text, ref CustomsLine line)
    {
        var id = text.Trim();
        if (id.Length == 0)
        {
            return Fault.Blank;
        }
        if (
            id.Length is not (CheckDigit.NationalCodeLength or CheckDigit.LegalIdLength)
            || !Digits(id, out var number)
        )
        {
            return Fault.BadId;
        }
        line.Exporter = FirmIndex.Key(number, id.Length);
        return Fault.None;
    }

    private static Fault HsCode(string text, ref CustomsLine line)
    {
        var code = text.Trim();
        if (code.Length == 0)
        {
            return Fault.Blank;
        }
        // No code of the Harmonized System has an odd number of digits: a spreadsheet took the zero in front, and what is left
        // would be of another chapter.
        if (code.Length is not (6 or 8 or 10 or 12) || !Digits(code, out var number))
        {
            return Fault.BadHsCode;
        }
        Digits(code[..6], out var hs6);
        line.Hs6 = (int)hs6;
        line.HsCode = WithLength(number, code.Length);
        return Fault.None;
    }

    private Fault Country(string text, ref CustomsLine line)
    {
        var code = text.Trim().ToUpperInvariant();
        if (code.Length == 0)
        {
            return Fault.Blank;
        }
        line.Country =
            code.Length == 2 && code[0] < 128 && code[1] < 128
                ? rules.Country((byte)code[0], (byte)code[1])
                : LineRules.NoCountry;
        var good =
            line.Country != LineRules.NoCountry
            && (line.Import || line.Country != rules.HomeCountry);
        return good ? Fault.None : Fault.BadCountry;
    }

    /// <summary>Digits and nothing else: the framework's parser alone would let zero bytes pass at the end.</summary>
    private static bool Digits(string text, out long number)
    {
        number = 0;
        return !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}

using System.Globalization;
using System.Text;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Writes lines as a profile drawn by chance says, by a way of its own.</summary>
internal sealed class WrittenFile
{
    private static readonly (FieldSeparator Kind, char Mark)[] Separators =
    [
        (FieldSeparator.Comma, ','),
        (FieldSeparator.Semicolon, ';'),
        (FieldSeparator.Tab, '\t'),
        (FieldSeparator.Pipe, '|'),
    ];

    private static readonly (string Code, string Word)[] Countries =
    [
        ("DE", "آلمان"),
        ("IQ", "عراق"),
        ("AF", "افغانستان"),
    ];

    private readonly Random random;
    private readonly char separator;
    private readonly string digits;
    private readonly char point;
    private readonly char group;
    private readonly char dateMark;
    private readonly bool jalali;
    private readonly DateOrder order;
    private readonly WeightUnit unit;
    private readonly int[] columns;
    private readonly TextEncoding encoding;

    public WrittenFile(int seed)
    {
        random = new Random(seed);
        (var kind, separator) = Pick(Separators);
        encoding = Pick([TextEncoding.Utf8, TextEncoding.Utf16, TextEncoding.Windows1256]);
        // The code page has no digits but Latin ones, and none of the Arabic marks.
        var latin = encoding is TextEncoding.Windows1256;
        digits = latin ? "0123456789" : Pick(["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"]);
        point = Pick<char>(latin ? ['.', ',', '/'] : ['.', ',', '/', '\u066B']);
        group = Pick<char>([.. (latin ? ",'. " : ",'. \u066C").Where(g => g != point), '\0']);
        dateMark = Pick(['-', '/', '.', '\0']);
        jalali = random.Next(2) == 0;
        order = Pick(Enum.GetValues<DateOrder>());
        unit = Pick(Enum.GetValues<WeightUnit>());
        columns = Enumerable.Range(0, 9).OrderBy(_ => random.Next()).ToArray();
        var marks = new NumberMarks(point, group == '\0' ? "" : group.ToString());
        Profile = new()
        {
            File = new(
                random.Next(2) == 0 && encoding is not TextEncoding.Utf16
                    ? TextEncoding.Auto
                    : encoding,
                random.Next(2) == 0 ? FieldSeparator.Auto : kind,
                null,
                random.Next(2) == 0 ? null : new(1)
            ),
            Declaration = new([new("c0")], LineNumbering.Column, new("c1")),
            Flow = new(new("c2"), null, []),
            Date = new(
                new("c3"),
                random.Next(2) == 0 ? DateCalendar.Auto
                    : jalali ? DateCalendar.Jalali
                    : DateCalendar.Gregorian,
                order
            ),
            Exporter = new(new("c4")),
            HsCode = new(new("c5")),
            Country = new("c6"),
            Value = new(new("c7"), marks, "USD", ColumnReference.None, []),
            Weight = new(new("c8"), marks, unit),
        };
    }

    public MappingProfile Profile { get; }

    public List<SaidLine> Lines { get; } = [];

    public byte[] Write(int count)
    {
        var text = new StringBuilder();
        text.AppendJoin(separator, columns.Select(c => $"c{c}")).Append('\n');
        for (var i = 0; i < count; i++)
        {
            var line = Draw(i);
            Lines.Add(line);
            var fields = Fields(line);
            text.AppendJoin(separator, columns.Select(c => Quoted(fields[c]))).Append('\n');
        }
        return Encode(text.ToString());
    }

    private SaidLine Draw(int i) =>
        new(
            i + 2,
            $"K{random.Next(1000)}",
            random.Next(1_000_000_000),
            random.Next(2) == 0,
            new DateOnly(2018, 3, 21).AddDays(random.Next(3000)),
            random.NextInt64(10_000_000_000, 99_999_999_999).ToString(),
            random.Next(10_000_000, 99_999_999).ToString(),
            Pick(Countries).Code,
            random.NextInt64(1_000_000_000_001),
            random.NextInt64(10_000_000_000_001)
        );

    private string[] Fields(SaidLine line) =>
        [
            Digits(line.Declaration),
            Digits(line.Number.ToString()),
            line.Import ? "واردات" : "صادرات",
            Digits(Date(line.Day)),
            Digits(line.Exporter),
            Digits(line.HsCode),
            random.Next(2) == 0
                ? line.Country
                : Array.Find(Countries, c => c.Code == line.Country).Word.Replace('ی', 'ي'),
            Number(line.Cents, 2),
            Number(
                line.Grams,
                unit is WeightUnit.Kilogram ? 3
                    : unit is WeightUnit.Tonne ? 6
                    : 0
            ),
        ];

    private string Date(DateOnly day)
    {
        var (y, m, d) = (day.Year, day.Month, day.Day);
        if (jalali)
        {
            var calendar = new PersianCalendar();
            var time = day.ToDateTime(TimeOnly.MinValue);
            (y, m, d) = (
                calendar.GetYear(time),
                calendar.GetMonth(time),
                calendar.GetDayOfMonth(time)
            );
        }
        var padded = dateMark == '\0' || random.Next(2) == 0;
        var (month, date) = padded ? ($"{m:00}", $"{d:00}") : ($"{m}", $"{d}");
        string[] parts = order switch
        {
            DateOrder.Ymd => [$"{y}", month, date],
            DateOrder.Dmy => [date, month, $"{y}"],
            _ => [month, date, $"{y}"],
        };
        return string.Join(dateMark == '\0' ? "" : dateMark.ToString(), parts);
    }

    private string Number(long scaled, int decimals)
    {
        var all = scaled.ToString().PadLeft(decimals + 1, '0');
        var whole = all[..^decimals];
        if (group != '\0' && random.Next(2) == 0)
        {
            for (var at = whole.Length - 3; at > 0; at -= 3)
            {
                whole = whole.Insert(at, group.ToString());
            }
        }
        return Digits(decimals == 0 ? whole : whole + point + all[^decimals..]);
    }

    private string Digits(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

    private string Quoted(string field) =>
        field.Contains(separator) || random.Next(50) == 0 ? $"\"{field}\"" : field;

    private byte[] Encode(string text) =>
        encoding switch
        {
            TextEncoding.Utf16 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            TextEncoding.Windows1256 => CodePagesEncodingProvider
                .Instance.GetEncoding(1256)!
                .GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };

    private T Pick<T>(T[] some) => some[random.Next(some.Length)];
}

using Karvan.Trade.Files;

namespace Karvan.Modules.Tests.Values;

/// <summary>Names made of what the demo makes its names of, with what people type besides: numbers, half-spaces, marks, Latin words.</summary>
internal static class DrawnNames
{
    private static readonly string[] Parts =
    [
        .. Column("names", 1),
        .. Column("goods", 11),
        .. Column("provinces", 2).SelectMany(p => p.Split('|')),
    ];

    private static readonly string[] Besides =
    [
        "شرکت تعاونی",
        "توسعهٔ صادرات",
        "(سهامی خاص)",
        "«رئیس»",
        "مؤسسه",
        "أمين",
        "كاشي",
        "محمّد",
        "ماه‌نامه",
        "A",
        "Omid",
        "omid",
        "Kaveh Co.",
        "É-Trade",
        "و",
    ];

    private static readonly string[] Digits = ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"];

    private static readonly string[] Gaps = [" ", " ", " ", "\u200C", "", "-", "\u00A0"];

    public static List<string> Of(int count, int seed)
    {
        var random = new Random(seed);
        T Any<T>(T[] choices) => choices[random.Next(choices.Length)];
        string Number()
        {
            var digits = Any(Digits);
            return string.Concat(
                Enumerable.Range(0, random.Next(1, 4)).Select(_ => digits[random.Next(10)])
            );
        }
        string Part() =>
            random.Next(10) switch
            {
                0 => Number(),
                1 or 2 => Any(Besides),
                _ => Any(Parts),
            };
        string Name()
        {
            var name = Part();
            for (var more = random.Next(4); more > 0; more--)
            {
                name += Any(Gaps) + Part();
            }
            return name;
        }
        return [.. Enumerable.Range(0, count).Select(_ => Name())];
    }

    private static IEnumerable<string> Column(string table, int place)
    {
        using var stream =
            typeof(UnusableInputException).Assembly.GetManifestResourceStream($"Demo/{table}.csv")
            ?? throw new InvalidOperationException($"The demo has no table {table}.");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return rows.Skip(1).Select(r => r.Trim().Split(',')[place]);
    }
}

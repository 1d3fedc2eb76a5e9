using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Npgsql;
using Xunit;

namespace Karvan.Modules.Tests.Values;

/// <summary>The order of Persian texts: by hand from what a dictionary does, and as PostgreSQL's ICU has it.</summary>
public sealed class PersianOrderTests
{
    private static readonly DatabaseTemplate Nothing = new((_, _) => Task.CompletedTask);

    [Fact]
    public void Digits_stand_before_letters_madd_before_alef_and_Persian_before_Latin()
    {
        string[] ordered =
        [
            "(سهامی)",
            "1 ب",
            "۱۰",
            "۲ الف",
            "2 ب",
            "٢ پ",
            "آباد",
            "آینه",
            "ابر",
            "ابزار",
            "مادر",
            // Hamza is a letter of its own after alef, whatever carries it.
            "مؤدب",
            "مبارک",
            "وطن",
            "هنر",
            "یزد",
            "atlas",
            "Zagros",
            // What the order does not name.
            "Ωmega",
        ];
        var random = new Random(7);
        var mixed = ordered.OrderBy(_ => random.Next()).ToList();
        Assert.Equal(ordered, mixed.OrderBy(PersianText.SortKey, StringComparer.Ordinal));
    }

    [Theory]
    // A half-space and a lengthened letter are nothing; a space is a sign before all letters.
    [InlineData("کاشی‌سازی", 0, "کاشیسازی")]
    [InlineData("کاشـی", 0, "کاشی")]
    [InlineData("کاشی سازی", -1, "کاشیان")]
    [InlineData("۲", 0, "2")]
    // Marks and capitals decide between texts of the same letters, and only there.
    [InlineData("کرم", -1, "کَرم")]
    [InlineData("کَرم", -1, "کرمان")]
    [InlineData("omid", -1, "Omid")]
    [InlineData("Omid a", -1, "omid b")]
    [InlineData("کاشی", -1, "كاشي")]
    // Whichever of two marks was typed first, and a letter typed in two parts.
    [InlineData("محم\u0651\u064Eد", 0, "محم\u064E\u0651د")]
    [InlineData("ا\u0653باد", 0, "آباد")]
    public void Letters_come_first_then_marks_then_forms(string one, int expected, string other) =>
        Assert.Equal(
            expected,
            Math.Sign(string.CompareOrdinal(PersianText.SortKey(one), PersianText.SortKey(other)))
        );

    [Fact]
    public void A_key_is_never_empty() => Assert.NotEqual("", PersianText.SortKey(" "));

    [Fact]
    public Task Ten_thousand_names_stand_as_PostgreSQL_puts_them() =>
        AgreesWithPostgres(DrawnNames.Of(10_000, 12));

    /// <summary>Not only what the demo has: any letters that the order names, some with marks.</summary>
    [Fact]
    public Task Any_letters_stand_as_PostgreSQL_puts_them()
    {
        var random = new Random(1402);
        // Blanks at the ends of a text are no part of it, and a mark over a sign is no text.
        char[] letters = [.. Named().Where(c => !IsMark(c) && !char.IsWhiteSpace(c))];
        string[] over = ["\u064E", "\u0651\u064E", "\u064E\u0651", "\u0670", "\u0654"];
        string Letter()
        {
            var letter = letters[random.Next(letters.Length)];
            return letter switch
            {
                _ when random.Next(3) > 0 => $"{letter}",
                // Of two parts, between which another mark would go.
                'ۂ' or 'ۓ' => $"{letter}",
                >= 'ء' and <= 'ی' => letter + over[random.Next(over.Length)],
                >= 'A' and <= 'z' => $"{letter}\u0301",
                _ => $"{letter}",
            };
        }
        string Text() =>
            string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Letter()));
        return AgreesWithPostgres([
            .. letters.Select(c => $"{c}"),
            .. Enumerable.Range(0, 20_000).Select(_ => "ن" + Text() + "م"),
        ]);
    }

    /// <summary>Two texts have the same place, or one before the other, in both orders: equal ranks say so of every pair.</summary>
    private static async Task AgreesWithPostgres(IReadOnlyList<string> texts)
    {
        await using var database = await Nothing.CopyAsync(Provider.Postgres);
        await using var connection = (NpgsqlConnection)await database.OpenAsync();
        await using var command = connection.CreateCommand();
        // Not deterministic: texts that are equal by ICU are not put in the order of their bytes.
        command.CommandText =
            "CREATE COLLATION persian (provider = icu, locale = 'fa', deterministic = false)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = """
            SELECT dense_rank() OVER (ORDER BY name COLLATE persian)
            FROM unnest($1) WITH ORDINALITY AS drawn (name, place) ORDER BY place
            """;
        command.Parameters.Add(new NpgsqlParameter { Value = texts.ToArray() });
        var theirs = new List<long>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                theirs.Add(reader.GetInt64(0));
            }
        }
        var ranks = texts
            .Select(PersianText.SortKey)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select((key, place) => (key, Rank: place + 1L))
            .ToDictionary(k => k.key, k => k.Rank, StringComparer.Ordinal);
        var differing = texts
            .Zip(
                theirs,
                (text, rank) => (Text: text, Theirs: rank, Ours: ranks[PersianText.SortKey(text)])
            )
            .Where(t => t.Theirs != t.Ours)
            .Select(t => $"{t.Text} ({Codes(t.Text)}): {t.Theirs} there, {t.Ours} here");
        Assert.True(ranks.Count > texts.Count / 3, $"{ranks.Count} places of {texts.Count}");
        Assert.Empty(differing.Take(20));
    }

    private static string Codes(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static IEnumerable<char> Named()
    {
        using var stream = typeof(PersianText).Assembly.GetManifestResourceStream(
            "Karvan.Platform.Values.PersianOrder.txt"
        )!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var code = line.Split(' ')[0];
            if (code.Length == 4)
            {
                yield return (char)Convert.ToInt32(code, 16);
            }
        }
    }
}

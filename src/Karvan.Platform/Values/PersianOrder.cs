using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Karvan.Platform.Values;

/// <summary>
/// The order of Persian texts as ICU has it, as keys that are compared byte by byte: letters, then what stands over them, then
/// their forms. The weights stand in a file, so that a key is the same wherever it is made, and stays so (decision 17).
/// </summary>
internal static class PersianOrder
{
    /// <summary>Between the levels; lower than any weight.</summary>
    private const char Between = ' ';

    /// <summary>What most letters weigh on the second and third level; the lowest there, and left out at the end.</summary>
    private const int Usual = 1;

    private static readonly FrozenDictionary<string, Letter> Known = Read();

    private static readonly FrozenDictionary<char, Letter> Letters = Known
        .Where(l => l.Key.Length == 1)
        .ToFrozenDictionary(l => l.Key[0], l => l.Value);

    /// <summary>Two characters that are one letter: alef, and the madd over it.</summary>
    private static readonly FrozenDictionary<(char, char), Letter> Pairs = Known
        .Where(l => l.Key.Length == 2)
        .ToFrozenDictionary(l => (l.Key[0], l.Key[1]), l => l.Value);

    /// <summary>What the file does not name comes after all that it names, by its number.</summary>
    private static readonly int Beyond =
        Known.Values.SelectMany(l => l.Elements).Max(e => e.First) + 1;

    /// <returns>Never empty: an empty key is one that was not made yet.</returns>
    public static string Key(string text)
    {
        var (key, marks, forms) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var letter in Cut(text))
        {
            foreach (var (first, second, third) in letter.Elements)
            {
                Append(key, first);
                Append(marks, second);
                Append(forms, third);
            }
        }
        key.Append(Between).Append(WithoutUsual(marks));
        return WithoutUsual(forms).Length == 0
            ? key.ToString()
            : key.Append(Between).Append(forms).ToString();
    }

    private static List<Letter> Cut(string text)
    {
        var found = new List<Letter>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = Letters.TryGetValue(text[at], out var known) ? known : Unnamed(text[at]);
            if (at + 1 < text.Length && Pairs.TryGetValue((text[at], text[at + 1]), out var pair))
            {
                letter = pair;
                at++;
            }
            // In which order several marks were typed over one letter says nothing.
            var place = found.Count;
            while (letter.Over > 0 && place > 0 && found[place - 1].Over > letter.Over)
            {
                place--;
            }
            found.Insert(place, letter);
        }
        return found;
    }

    private static Letter Unnamed(char letter) =>
        new(
            0,
            [
                new(Beyond, Usual, Usual),
                new(Usual + (letter >> 8), 0, 0),
                new(Usual + (letter & 0xFF), 0, 0),
            ]
        );

    private static char Shown(int weight) => (char)(Between + weight);

    private static void Append(StringBuilder level, int weight)
    {
        if (weight > 0)
        {
            level.Append(Shown(weight));
        }
    }

    private static StringBuilder WithoutUsual(StringBuilder level)
    {
        while (level.Length > 0 && level[^1] == Shown(Usual))
        {
            level.Length--;
        }
        return level;
    }

    private static FrozenDictionary<string, Letter> Read()
    {
        using var stream =
            typeof(PersianOrder).Assembly.GetManifestResourceStream(
                "Karvan.Platform.Values.PersianOrder.txt"
            ) ?? throw new InvalidOperationException("The order of Persian texts is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var found = new Dictionary<string, Letter>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }
            var parts = line.Split(' ');
            var over = parts is [_, ['@', .. var said], ..] ? Number(said) : 0;
            found.Add(
                string.Concat(parts[0].Split('+').Select(Character)),
                new Letter(over, [.. parts.Skip(over > 0 ? 2 : 1).Select(Element.Parse)])
            );
        }
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static char Character(string code) =>
        (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <param name="Over">The class of what stands over or under a letter, by which several are put in order; zero of others.</param>
    private sealed record Letter(int Over, Element[] Elements);

    /// <summary>A weight on each level; zero where there is none.</summary>
    private readonly record struct Element(int First, int Second, int Third)
    {
        public static Element Parse(string text)
        {
            int[] said = [.. text.Split('.').Select(Number)];
            return new Element(
                said[0],
                said.ElementAtOrDefault(1) is > 0 and var second ? second : Usual,
                said.ElementAtOrDefault(2) is > 0 and var third ? third : Usual
            );
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>Words and numbers as one language shows them. Persian: Persian digits and separators, Latin runs isolated.</summary>
public sealed class Wording
{
    public static readonly Wording Persian = new(Language.Persian);
    public static readonly Wording English = new(Language.English);

    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';
    private const char PersianZero = '\u06F0';
    private const char PersianThousands = '\u066C';
    private const char PersianPoint = '\u066B';

    private static readonly FrozenDictionary<string, LocalText> Texts = LoadTexts();

    private Wording(Language language) => Language = language;

    public Language Language { get; }

    public static IEnumerable<string> Keys => Texts.Keys;

    public static Wording In(Language language) => language is Language.Persian ? Persian : English;

    public static LocalText Raw(string key) => Texts[key];

    public string this[string key] => Texts[key].In(Language);

    public string this[string key, params object[] parts] =>
        string.Format(CultureInfo.InvariantCulture, Texts[key].In(Language), parts);

    public string this[LocalText text] => text.In(Language);

    /// <summary>An exact number with thousands separators and as many decimals as it has.</summary>
    public string Number(decimal number) =>
        Localised(
            number.ToString("#,##0.############################", CultureInfo.InvariantCulture)
        );

    /// <summary>Points with two decimals.</summary>
    public string Points(decimal points) =>
        Localised(points.ToString("0.00", CultureInfo.InvariantCulture));

    public string Year(int year) => Localised(year.ToString(CultureInfo.InvariantCulture));

    /// <summary>An id, code or hash: Latin, and kept from disturbing the direction of Persian text around it.</summary>
    public string Latin(string text) =>
        Language is Language.Persian ? IsolateStart + text + IsolateEnd : text;

    /// <summary>Text of unknown direction, such as a name somebody typed.</summary>
    public static string Foreign(string text) =>
        IsolateStart + new string([.. text.Select(c => Disturbs(c) ? ' ' : c)]) + IsolateEnd;

    /// <summary>Line ends, escape codes and marks of direction: with them a name could forge lines around it.</summary>
    private static bool Disturbs(char c) =>
        char.IsControl(c)
        || c
            is '\u2028'
                or '\u2029'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');

    public string List(IEnumerable<string> parts) => string.Join(this["list.and"], parts);

    /// <summary>Latin digits of a text in the digits of the language.</summary>
    public string Localised(string number)
    {
        if (Language is Language.English)
        {
            return number;
        }
        var text = new StringBuilder(number.Length);
        foreach (var c in number)
        {
            text.Append(
                c switch
                {
                    >= '0' and <= '9' => (char)(PersianZero + (c - '0')),
                    ',' => PersianThousands,
                    '.' => PersianPoint,
                    _ => c,
                }
            );
        }
        return text.ToString();
    }

    private static FrozenDictionary<string, LocalText> LoadTexts()
    {
        using var stream =
            typeof(Wording).Assembly.GetManifestResourceStream("Wording.yaml")
            ?? throw new InvalidOperationException("Wording.yaml is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var root = new Cursor(
            YamlTree.Parse(reader.ReadToEnd()),
            "",
            new Grammar.Problems("Wording.yaml")
        );
        return root.Named.ToFrozenDictionary(
            e => e.Name.Text,
            e => e.Value.LocalText,
            StringComparer.Ordinal
        );
    }
}

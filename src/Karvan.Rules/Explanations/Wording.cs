using System.Globalization;
using Karvan.Texts;

namespace Karvan.Rules.Explanations;

/// <summary>Words and numbers as one language shows them. Persian: Persian digits and separators, Latin runs isolated.</summary>
public sealed class Wording
{
    public static readonly Wording Persian = new(Language.Persian);
    public static readonly Wording English = new(Language.English);

    private Wording(Language language) => Language = language;

    /// <summary>The words of score cards and rulebook pages; placeholders are the places of values: {0}, {1}, ….</summary>
    public static TextBook Texts { get; } = TextBook.Load(typeof(Wording).Assembly, "Wording.yaml");

    public Language Language { get; }

    public static Wording In(Language language) => language is Language.Persian ? Persian : English;

    public string this[string key, params object[] parts] =>
        Texts.Fill(key, Language, [.. parts.Select((p, i) => ($"{i}", (object?)p))], AsItIs).Plain;

    public string this[LocalText text] => text.In(Language);

    /// <summary>An exact number with thousands separators and as many decimals as it has.</summary>
    public string Number(decimal number) => Language.Number(number);

    /// <summary>Points with two decimals.</summary>
    public string Points(decimal points) =>
        Localised(points.ToString("0.00", CultureInfo.InvariantCulture));

    public string Year(int year) => Language.Year(year);

    /// <summary>A day as readers of the language write it: solar in Persian, ISO in English.</summary>
    public string Day(DateOnly day) =>
        Language is Language.Persian
            ? Localised(SolarCalendar.Text(day))
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An id, code or hash: Latin, and kept from disturbing the direction of Persian text around it.</summary>
    public string Latin(string text) =>
        Language is Language.Persian ? DirectionMarks.Isolate(text) : text;

    /// <summary>Text of unknown direction, such as a name somebody typed.</summary>
    public static string Foreign(string text) =>
        DirectionMarks.Isolate(new string([.. text.Select(c => Disturbs(c) ? ' ' : c)]));

    /// <summary>Line ends, escape codes and marks of direction: with them a name could forge lines around it.</summary>
    private static bool Disturbs(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || DirectionMarks.Turns(c);

    public string List(IEnumerable<string> parts) => string.Join(this["list.and"], parts);

    /// <summary>Latin digits of a text in the digits of the language.</summary>
    public string Localised(string number) => Language.Digits(number);

    /// <summary>A value is words already.</summary>
    private static Phrase AsItIs(object? value) => Phrase.Straight($"{value}");
}

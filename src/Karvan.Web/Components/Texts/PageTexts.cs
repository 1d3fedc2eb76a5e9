using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Texts;

namespace Karvan.Web.Components.Texts;

/// <summary>
/// The texts, numbers and days of one request in its language. In a page: <c>@W["registry.enterprise.name"]</c>,
/// <c>@W["table.found", ("count", 3)]</c>; in an attribute: <c>title="@W["…"].Plain"</c>.
/// </summary>
public sealed class PageTexts(TextBook book, Language language)
{
    public Language Language => language;

    public bool IsPersian => language is Language.Persian;

    /// <exception cref="KeyNotFoundException">No text has the key.</exception>
    /// <exception cref="ArgumentException">A placeholder is without a value, or a value without a placeholder.</exception>
    public Said this[string key, params ReadOnlySpan<(string Name, object? Value)> values] =>
        new(book.Fill(key, language, values, Shown));

    /// <summary>Every text of the pages: the embedded files that the project names so.</summary>
    public static TextBook LoadTexts() => TextBook.Load(typeof(PageTexts).Assembly, "Texts/");

    public bool Has(string key) => book.Has(key);

    /// <summary>A text in the other language, for the link that leads there.</summary>
    public PageTexts InOther() => new(book, language.Other());

    /// <summary>The texts in a language that is not the reader's choice: that of a paper.</summary>
    public PageTexts In(Language other) => other == language ? this : new(book, other);

    /// <summary>A text somebody typed, a name, an id or a code: kept from turning the text around it.</summary>
    public static Said Name(string? text) => Said.Isolated(text ?? "");

    /// <summary>Who did something, as it was recorded: a name somebody gave, or the words for whom has none.</summary>
    /// <param name="id">Null for whom nobody signed in as.</param>
    public Said Author(string name, Guid? id) =>
        id is null && Has($"author.{name}") ? this[$"author.{name}"] : Name(name);

    /// <summary>An exact number with separators and as many decimals as it has.</summary>
    public string Number(decimal number) => language.Number(number);

    /// <summary>A number with a fixed count of decimals, so that points stand under points.</summary>
    public string Number(decimal number, int decimals) => language.Number(number, decimals);

    /// <summary>A year: digits without separators.</summary>
    public string Year(int year) => language.Year(year);

    /// <summary>Solar in Persian; in English the Gregorian day with the solar one behind it.</summary>
    public Said Day(DateOnly day) => new(DayOf(day));

    /// <summary>An instant in the time of Tehran.</summary>
    public Said Moment(DateTimeOffset instant) => new(MomentOf(instant));

    /// <summary>The size of a file.</summary>
    public Said Bytes(long bytes) =>
        bytes switch
        {
            < 1024 => this["unit.bytes", ("number", bytes)],
            < 1024 * 1024 => this["unit.kilobytes", ("number", (bytes + 512) / 1024)],
            _ => this["unit.megabytes", ("number", decimal.Round(bytes / 1048576m, 1))],
        };

    /// <summary>Latin digits and separators in those of the language.</summary>
    public string Digits(string number) => language.Digits(number);

    /// <summary>What was typed, or a text of ours: only digits change, punctuation stays.</summary>
    public string Typed(string text) => language.Typed(text);

    /// <summary>
    /// The words for a reason: a key, or a key with values behind it as in <c>field.too-long|max=200</c>; a text that is
    /// no key stands as it is.
    /// </summary>
    public Said Reason(string reason)
    {
        var parts = reason.Split('|');
        return Has(parts[0])
            ? this[
                parts[0],
                [
                    .. parts
                        .Skip(1)
                        .Select(p => p.Split('=', 2))
                        .Select(p => (p[0], (object?)ValueOf(p[1]))),
                ]
            ]
            : Said.Straight(reason);
    }

    private static object ValueOf(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : text;

    private Phrase DayOf(DateOnly day) =>
        IsPersian
            ? Phrase.Isolated(Digits(SolarDate.Text(day)))
            : Phrase.Straight($"{day:yyyy-MM-dd} ({SolarDate.Text(day)})");

    private Phrase MomentOf(DateTimeOffset instant)
    {
        var local = TehranTime.Of(instant.UtcDateTime);
        var time = Digits(local.ToString("HH:mm", CultureInfo.InvariantCulture));
        return new Phrase([
            .. DayOf(DateOnly.FromDateTime(local)).Runs,
            new TextRun(IsPersian ? "، ساعت " : ", ", false),
            new TextRun(time, true),
        ]);
    }

    private Phrase Shown(object? value) =>
        value switch
        {
            Said said => said.Phrase,
            DateOnly day => DayOf(day),
            DateTimeOffset instant => MomentOf(instant),
            int or long or decimal or short or byte => Phrase.Straight(
                Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            ),
            null => Phrase.Straight(""),
            _ => Phrase.Isolated(value.ToString() ?? ""),
        };
}

using System.Globalization;
using Karvan.Platform.Values;

namespace Karvan.Web.Words;

/// <summary>
/// The texts, numbers and days of one request in its language. In a page: <c>@W["registry.enterprise.name"]</c>,
/// <c>@W["table.found", ("count", 3)]</c>; in an attribute: <c>title="@W["…"].Plain"</c>.
/// </summary>
public sealed class PageWords(WordBook book, PageLanguage language)
{
    private const char PersianZero = '\u06F0';

    public PageLanguage Language => language;

    /// <summary>The language as rulebooks and tables of reference name it.</summary>
    public Karvan.Rules.Rulebooks.Language InRules =>
        IsPersian
            ? Karvan.Rules.Rulebooks.Language.Persian
            : Karvan.Rules.Rulebooks.Language.English;

    public bool IsPersian => language is PageLanguage.Persian;

    /// <exception cref="KeyNotFoundException">No text has the key.</exception>
    /// <exception cref="ArgumentException">A placeholder is without a value, or a value without a placeholder.</exception>
    public Said this[string key, params ReadOnlySpan<(string Name, object? Value)> values] =>
        Fill(key, book.Text(key, language), values);

    public bool Has(string key) => book.Has(key);

    /// <summary>A text in the other language, for the link that leads there.</summary>
    public PageWords InOther() => new(book, language.Other());

    /// <summary>A text somebody typed, a name, an id or a code: kept from turning the text around it.</summary>
    public static Said Name(string? text) => Said.Isolated(text ?? "");

    /// <summary>Who did something, as it was recorded: a name somebody gave, or the words for whom has none.</summary>
    /// <param name="id">Null for whom nobody signed in as.</param>
    public Said Author(string name, Guid? id) =>
        id is null && Has($"author.{name}") ? this[$"author.{name}"] : Name(name);

    /// <summary>An exact number with separators and as many decimals as it has.</summary>
    public string Number(decimal number) =>
        Digits(number.ToString("#,##0.############################", CultureInfo.InvariantCulture));

    /// <summary>A number with a fixed count of decimals, so that points stand under points.</summary>
    public string Number(decimal number, int decimals) =>
        Digits(number.ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>A year: digits without separators.</summary>
    public string Year(int year) => Digits(year.ToString(CultureInfo.InvariantCulture));

    /// <summary>Solar in Persian; in English the Gregorian day with the solar one behind it.</summary>
    public Said Day(DateOnly day) =>
        IsPersian
            ? Said.Isolated(Digits(SolarDate.Text(day)))
            : Said.Straight($"{day:yyyy-MM-dd} ({SolarDate.Text(day)})");

    /// <summary>An instant in the time of Tehran.</summary>
    public Said Moment(DateTimeOffset instant)
    {
        var local = TehranTime.Of(instant.UtcDateTime);
        var time = Digits(local.ToString("HH:mm", CultureInfo.InvariantCulture));
        return new Said([
            .. Day(DateOnly.FromDateTime(local)).Runs,
            new Run(IsPersian ? "، ساعت " : ", ", false),
            new Run(time, true),
        ]);
    }

    /// <summary>The size of a file.</summary>
    public Said Bytes(long bytes) =>
        bytes switch
        {
            < 1024 => this["unit.bytes", ("number", bytes)],
            < 1024 * 1024 => this["unit.kilobytes", ("number", (bytes + 512) / 1024)],
            _ => this["unit.megabytes", ("number", decimal.Round(bytes / 1048576m, 1))],
        };

    /// <summary>Latin digits and separators in those of the language.</summary>
    public string Digits(string number) =>
        IsPersian
            ? string.Create(
                number.Length,
                number,
                static (into, from) =>
                {
                    for (var i = 0; i < into.Length; i++)
                    {
                        into[i] = from[i] switch
                        {
                            >= '0' and <= '9' and var digit => (char)(PersianZero + (digit - '0')),
                            ',' => '٬',
                            '.' => '٫',
                            var other => other,
                        };
                    }
                }
            )
            : number;

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

    private Said Fill(
        string key,
        Template template,
        ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        if (values.Length != template.Names.Count)
        {
            throw new ArgumentException(
                $"“{key}” needs values for: {string.Join(", ", template.Names)}.",
                nameof(values)
            );
        }
        var runs = new List<Run>(template.Pieces.Count);
        foreach (var piece in template.Pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Placeholder:
                    runs.AddRange(Shown(ValueFor(key, piece.Text, values)).Runs);
                    break;
                case PieceKind.Latin:
                    runs.Add(new Run(piece.Text, Isolated: IsPersian));
                    break;
                default:
                    runs.Add(new Run(Typed(piece.Text), Isolated: false));
                    break;
            }
        }
        return new Said(runs);
    }

    /// <summary>What was typed, or a text of ours: only digits change, punctuation stays.</summary>
    public string Typed(string text) =>
        IsPersian && text.AsSpan().ContainsAnyInRange('0', '9')
            ? string.Concat(
                text.Select(c => c is >= '0' and <= '9' ? (char)(PersianZero + (c - '0')) : c)
            )
            : text;

    private static object? ValueFor(
        string key,
        string name,
        ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        foreach (var (given, value) in values)
        {
            if (string.Equals(given, name, StringComparison.Ordinal))
            {
                return value;
            }
        }
        throw new ArgumentException(
            $"“{key}” has the placeholder {{{name}}}, which got no value.",
            nameof(values)
        );
    }

    private Said Shown(object? value) =>
        value switch
        {
            Said said => said,
            DateOnly day => Day(day),
            DateTimeOffset instant => Moment(instant),
            int or long or decimal or short or byte => Said.Straight(
                Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            ),
            null => Said.Straight(""),
            _ => Name(value.ToString()),
        };
}

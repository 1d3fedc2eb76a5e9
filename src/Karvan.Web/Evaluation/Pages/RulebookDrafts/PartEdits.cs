using System.Globalization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Values;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>What was typed into the rows of a part; what cannot be read is said beside its field.</summary>
internal sealed class TypedPart(IReadOnlyList<PartRow> rows, ModelStateDictionary errors)
{
    private const string Wrong = "rulebook-part.wrong";

    public IEnumerable<string> Keys => rows.Select(r => r.Key);

    /// <summary>The field of a key that the loader names, or of what stands inside of it.</summary>
    public string? FieldOf(string key)
    {
        var at = rows.ToList()
            .FindIndex(r => key.StartsWith(r.Key, StringComparison.Ordinal) && r.Points is null);
        return at < 0 ? null : Field(at);
    }

    public string Text(string key) => rows[At(key)].Value?.Trim() ?? "";

    public decimal Number(string key) => Number(rows[At(key)].Value, At(key)) ?? 0;

    public int Whole(string key)
    {
        var number = Number(key);
        if (number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue)
        {
            return (int)number;
        }
        errors.AddModelError(Field(At(key)), Wrong);
        return 0;
    }

    public IReadOnlyList<int> Years(string key)
    {
        var years = new List<int>();
        foreach (
            var part in Numerals
                .Latin(Text(key))
                .Split([',', '،', ' ', '-', '\u200C'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                years.Add(year);
            }
            else
            {
                errors.AddModelError(Field(At(key)), Wrong);
            }
        }
        return years;
    }

    /// <param name="needed">Whether it may not be left empty.</param>
    public DateOnly? Day(string key, bool needed = false)
    {
        if (Text(key).Length == 0 && !needed)
        {
            return null;
        }
        if (SolarDate.TryParse(Text(key), out var day))
        {
            return day;
        }
        errors.AddModelError(Field(At(key)), "field.date");
        return null;
    }

    /// <summary>Bands of a criterion; a row without a beginning and without points is none.</summary>
    public IReadOnlyList<(decimal From, decimal Points)> Bands(string criterion)
    {
        var bands = new List<(decimal, decimal)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (
                !string.Equals(row.Key, criterion, StringComparison.Ordinal)
                || string.IsNullOrWhiteSpace(row.Value) && string.IsNullOrWhiteSpace(row.Points)
            )
            {
                continue;
            }
            if (Number(row.Value, i) is { } from && Number(row.Points, i) is { } points)
            {
                bands.Add((from, points));
            }
        }
        return bands;
    }

    private decimal? Number(string? typed, int at)
    {
        var plain = Numerals
            .Latin(typed ?? "")
            .Replace(Numerals.PersianPoint, '.')
            .Replace(Numerals.PersianThousands, ',')
            .Replace("_", "", StringComparison.Ordinal)
            .Trim();
        if (
            decimal.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }
        errors.AddModelError(Field(at), Wrong);
        return null;
    }

    private int At(string key) =>
        rows.ToList().FindIndex(r => string.Equals(r.Key, key, StringComparison.Ordinal));

    private static string Field(int at) =>
        $"{nameof(RulebookDraftPartModel.Rows)}[{at}].{nameof(PartRow.Value)}";
}

/// <summary>From what was typed to a change of the text.</summary>
internal static class PartEdits
{
    public static Func<RulebookText, RulebookText> Of(
        RulebookPart part,
        Rulebook book,
        TypedPart typed
    )
    {
        switch (part)
        {
            case RulebookPart.Names:
                var names = Names(typed);
                return text => text.Names(names);
            case RulebookPart.Years:
                var years = Years(book, typed);
                return text => text.Years(years);
            case RulebookPart.Points:
                var points = Points(book, typed);
                return text => text.Points(book, points);
            case RulebookPart.Bands:
                var bands = typed
                    .Keys.Distinct(StringComparer.Ordinal)
                    .Select(c => (Criterion: c, Bands: typed.Bands(c)))
                    .ToList();
                return text => bands.Aggregate(text, (t, b) => t.Bands(b.Criterion, b.Bands));
            case RulebookPart.Weights:
                var sets = book
                    .Weights.Keys.Select(set => (Set: set, Weights: Weights(set, typed)))
                    .ToList();
                return text => sets.Aggregate(text, (t, s) => t.Weights(s.Set, s.Weights));
            default:
                throw new InvalidOperationException($"{part} has a form of its own.");
        }
    }

    private static RulebookNames Names(TypedPart typed) =>
        new(
            typed.Whole("year"),
            typed.Whole("version"),
            new LocalText(typed.Text("title.fa"), typed.Text("title.en")),
            typed.Day("valid.from", needed: true) ?? default,
            typed.Day("valid.to"),
            new LocalText(typed.Text("document.title.fa"), typed.Text("document.title.en")),
            typed.Text("document.sha256")
        );

    private static RulebookYears Years(Rulebook book, TypedPart typed) =>
        new(
            typed.Whole("years.last"),
            typed.Years("years.window"),
            typed.Years("years.five"),
            [
                .. RulebookEdits
                    .YearsOf(book)
                    .Editions.Select(e =>
                        (
                            e.Table,
                            e.Edition,
                            typed.Years(
                                $"tables.{e.Table}.nomenclature.editions[{e.Edition}].years"
                            )
                        )
                    ),
            ]
        );

    private static RulebookPoints Points(Rulebook book, TypedPart typed) =>
        new(
            typed.Number("total"),
            book.Groups.ToDictionary(
                g => g.Id,
                g => typed.Number($"groups.{g.Id}.max"),
                StringComparer.Ordinal
            ),
            book.Criteria.ToDictionary(
                c => c.Id,
                c => typed.Number($"criteria.{c.Id}.max"),
                StringComparer.Ordinal
            ),
            book.Criteria.Where(c => c.Rule is CountRule)
                .ToDictionary(
                    c => c.Id,
                    c => typed.Number($"criteria.{c.Id}.each"),
                    StringComparer.Ordinal
                )
        );

    private static Dictionary<string, decimal> Weights(string set, TypedPart typed)
    {
        var start = $"weights.{set}.";
        return typed
            .Keys.Where(k => k.StartsWith(start, StringComparison.Ordinal))
            .ToDictionary(k => k[start.Length..], typed.Number, StringComparer.Ordinal);
    }
}

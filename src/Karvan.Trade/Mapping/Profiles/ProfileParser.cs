using System.Globalization;
using System.Text.Json;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>Reads a profile from its JSON; all complaints at once.</summary>
internal static class ProfileParser
{
    private const int MostColumnsOfKey = 10;
    private const int LastRow = 1_048_576;

    public static MappingProfile? Read(string json, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        try
        {
            using var document = JsonDocument.Parse(json);
            var profile = Read(document.RootElement, found);
            return found.Count == 0 ? profile : null;
        }
        catch (JsonException e)
        {
            found.Add(
                $"profile: found text that is no JSON (line {e.LineNumber + 1}), expected an object"
            );
            return null;
        }
    }

    private static MappingProfile Read(JsonElement element, List<string> problems)
    {
        var root = new ProfileNode(
            element,
            "",
            problems,
            [
                "file",
                "declaration",
                "flow",
                "date",
                "exporter",
                "hs_code",
                "country",
                "value",
                "weight",
                "rates",
            ]
        );
        var date = root.Inner("date", "column", "calendar", "order");
        var exporter = root.Inner("exporter", "column", "give_back_zeros");
        var hsCode = root.Inner("hs_code", "column", "give_back_zero");
        return new MappingProfile
        {
            File = File(root.Inner("file", "encoding", "separator", "sheet", "header")),
            Declaration = Declaration(root.Inner("declaration", "columns", "lines", "line")),
            Flow = Flow(root.Inner("flow", "column", "fixed", "words")),
            Date = new(
                date.Column("column"),
                date.Word("calendar", ProfileWords.Calendars),
                date.Word("order", ProfileWords.Orders)
            ),
            Exporter = new(exporter.Column("column"), exporter.Truth("give_back_zeros")),
            HsCode = new(hsCode.Column("column"), hsCode.Truth("give_back_zero")),
            Country = root.Column("country"),
            Value = Value(
                root.Inner(
                    "value",
                    "column",
                    "decimal",
                    "groups",
                    "currency",
                    "currency_column",
                    "words"
                )
            ),
            Weight = Weight(root.Inner("weight", "column", "decimal", "groups", "unit")),
            Rates = Rates(root.Inner("rates"), problems),
        };
    }

    private static FileShape File(ProfileNode node)
    {
        HeaderPlace? header = null;
        if (!node.IsNull("header"))
        {
            var place = node.Inner("header", "row", "rows");
            if (place.IsNull("row"))
            {
                place.Complain("row", "nothing", $"a whole number from 1 to {LastRow}");
            }
            header = new(
                place.Number("row", 1, LastRow) ?? 1,
                place.Number("rows", 1, HeaderPlace.MostRows) ?? 1
            );
        }
        return new(
            node.Word("encoding", ProfileWords.Encodings),
            node.Word("separator", ProfileWords.Separators),
            node.Text("sheet"),
            header
        );
    }

    private static DeclarationSource Declaration(ProfileNode node)
    {
        var columns = node.Items("columns").Select(i => node.ColumnOf(i.Item, i.Path)).ToList();
        if (columns.Count > MostColumnsOfKey)
        {
            node.Complain("columns", $"{columns.Count}", $"{MostColumnsOfKey} at most");
        }
        return new(columns, node.Word("lines", ProfileWords.Numberings), node.Column("line"));
    }

    private static FlowSource Flow(ProfileNode node) =>
        new(
            node.Column("column"),
            node.IsNull("fixed") ? null : node.Word("fixed", ProfileWords.Flows),
            Words(node.Inner("words"), FlowWords.IsMeaning, "export or import")
        );

    private static ValueSource Value(ProfileNode node)
    {
        var currency = node.Text("currency");
        const string Expected = "three capital letters, or toman";
        if (currency is not null && !CurrencyUnit.IsMeaning(currency))
        {
            node.Complain("currency", $"\"{currency}\"", Expected);
        }
        return new(
            node.Column("column"),
            Marks(node),
            currency,
            node.Column("currency_column"),
            Words(node.Inner("words"), CurrencyUnit.IsMeaning, Expected)
        );
    }

    private static WeightSource Weight(ProfileNode node) =>
        new(node.Column("column"), Marks(node), node.Word("unit", ProfileWords.Units));

    private static NumberMarks Marks(ProfileNode node)
    {
        var point = node.Text("decimal") ?? "";
        if (point.Length != 1 || !NumberMarks.Points.Contains(point[0]))
        {
            node.Complain("decimal", $"\"{point}\"", $"one of {NumberMarks.Points}");
            return new NumberMarks();
        }
        var groups = node.Text("groups") ?? "";
        if (groups.Any(g => g == point[0] || !NumberMarks.GroupMarks.Contains(g)))
        {
            node.Complain(
                "groups",
                $"\"{groups}\"",
                $"some of \"{NumberMarks.GroupMarks}\", the decimal mark not among them"
            );
        }
        return new(point[0], groups);
    }

    private static List<WordMeaning> Words(
        ProfileNode node,
        Func<string, bool> isMeaning,
        string expected
    )
    {
        var words = new List<WordMeaning>();
        foreach (var word in node.Keys)
        {
            var meaning = node.Text(word) ?? "";
            if (!isMeaning(meaning) || ComparedWord.Of(word).Length == 0)
            {
                node.Complain(word, $"\"{meaning}\"", expected);
            }
            words.Add(new(word, meaning));
        }
        return words;
    }

    private static List<CurrencyRates> Rates(ProfileNode node, List<string> problems)
    {
        var all = new List<CurrencyRates>();
        foreach (var currency in node.Keys)
        {
            if (!CurrencyUnit.IsCode(currency) || currency == CurrencyUnit.UsdCode)
            {
                node.Complain(currency, "this key", "three capital letters other than USD");
            }
            var rates = new List<DatedRate>();
            foreach (var (path, item) in node.Items(currency))
            {
                var rate = new ProfileNode(
                    item,
                    path,
                    problems,
                    ["from", "rate", "meaning", "source"]
                );
                if (Rate(rate) is { } good)
                {
                    rates.Add(good);
                }
            }
            if (rates.GroupBy(r => r.From).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                node.Complain(currency, $"two rates from {twice.Key:yyyy-MM-dd}", "one a day");
            }
            all.Add(new(currency, rates));
        }
        return all;
    }

    private static DatedRate? Rate(ProfileNode node)
    {
        var day = node.Text("from") ?? "";
        var text = node.Text("rate") ?? "";
        var meaning = node.Word("meaning", ProfileWords.Meanings);
        var source = node.Text("source", longest: 500) ?? "";
        if (
            !DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var from
            )
        )
        {
            node.Complain("from", $"\"{day}\"", "a day as yyyy-mm-dd");
            return null;
        }
        var rate = DatedRate.Of(from, text, meaning, source);
        if (rate is null)
        {
            node.Complain(
                "rate",
                $"\"{text}\"",
                $"a number above 0 as text, with a point and {DatedRate.MostDecimals} decimals at most"
            );
        }
        return rate;
    }
}

using System.Globalization;
using Karvan.Rules.Grammar;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>Data years, names of years, and sets of weights.</summary>
internal static class YearsBinder
{
    public static DataYears? Years(Cursor cursor)
    {
        var last = cursor["last"].Whole;
        var window = Run(cursor["window"], last);
        var all = Run(cursor["five"], last);
        if (window is null || all is null)
        {
            return null;
        }
        if (window[0] < all[0])
        {
            cursor["window"].Refuse("years-order", $"{window[0]}", "years that 'five' holds too");
            return null;
        }
        return new DataYears(last, window, all);
    }

    /// <summary>Years must follow each other without a hole and end with the last one.</summary>
    private static List<int>? Run(Cursor cursor, int last)
    {
        var years = cursor.Items.Select(i => i.Whole).ToList();
        if (years.Count > DataYears.MostYears)
        {
            cursor.Refuse(
                "too-many-years",
                $"{years.Count} years",
                $"at most {DataYears.MostYears}"
            );
            return null;
        }
        var from = years[0] <= last && last - years[0] < DataYears.MostYears ? years[0] : last;
        var expected = Enumerable.Range(from, last - from + 1).ToList();
        if (!years.SequenceEqual(expected))
        {
            cursor.Refuse(
                "years-order",
                string.Join(", ", years),
                $"{string.Join(", ", expected)}: rising, without a hole, ending with 'last'"
            );
            return null;
        }
        return years;
    }

    public static YearSet Set(Cursor names, DataYears years)
    {
        var bits = 0;
        foreach (var name in names.Items)
        {
            bits |= Named(name, years).Bits;
        }
        return new YearSet((byte)bits);
    }

    private static YearSet Named(Cursor name, DataYears years)
    {
        switch (name.Text)
        {
            case "five":
                return new YearSet((byte)((1 << years.Count) - 1));
            case "window":
                return new YearSet(
                    (byte)(((1 << years.Window.Count) - 1) << (years.Count - years.Window.Count))
                );
            default:
                var back = name.Text is "last"
                    ? 0
                    : int.Parse(
                        name.Text.AsSpan(5),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture
                    );
                if (back >= years.Count)
                {
                    name.Refuse(
                        "no-such-year",
                        $"'{name.Text}'",
                        $"a year of 'five', at most last-{years.Count - 1}"
                    );
                    return default;
                }
                return new YearSet((byte)(1 << (years.Count - 1 - back)));
        }
    }

    public static Dictionary<string, YearWeights> Weights(Cursor sets, DataYears years)
    {
        var bound = new Dictionary<string, YearWeights>(StringComparer.Ordinal);
        foreach (var (name, weights) in sets.Named)
        {
            if (weights.Maybe(WeightsShape.Equal) is { } equal)
            {
                bound[name.Text] = Mean(name.Text, Set(equal, years), years);
                continue;
            }
            var byYear = new int[years.Count];
            var sum = 0m;
            foreach (var (year, weight) in weights.Named)
            {
                var set = Named(year, years);
                foreach (var index in set.Indexes)
                {
                    byYear[index] = (int)(weight.Number * (YearWeights.Whole / 100));
                }
                sum += weight.Number;
            }
            if (sum != 100)
            {
                weights.Refuse(
                    "weights-do-not-add-up",
                    $"{PlainNumber.Shortest(sum)} per cent together",
                    "100 per cent"
                );
            }
            bound[name.Text] = new YearWeights(name.Text, byYear);
        }
        return bound;
    }

    private static YearWeights Mean(string name, YearSet set, DataYears years) =>
        new(name, [.. Enumerable.Range(0, years.Count).Select(i => set.Contains(i) ? 1 : 0)]);

    /// <returns>The solar year of a name such as <c>last</c>; 0 where there is none (reported).</returns>
    public static int Single(Cursor name, DataYears years) =>
        Named(name, years).Indexes.Select(i => years.All[i]).FirstOrDefault();
}

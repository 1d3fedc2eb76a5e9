using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>Bands: no gap, no overlap, points that never fall, thresholds in the unit of the measure.</summary>
internal static class BandsBinder
{
    public static BandsRule? Bind(Cursor criterion, Measure measure, Points max)
    {
        var unit = criterion["unit"];
        if (!string.Equals(unit.Text, measure.Unit, StringComparison.Ordinal))
        {
            unit.Refuse(
                "unit-does-not-fit",
                $"'{unit.Text}'",
                $"'{measure.Unit}', the unit of '{measure.Name}'"
            );
            return null;
        }
        var bands = new List<Band>();
        var items = criterion["bands"].Items;
        foreach (var item in items)
        {
            var parts = item.Items;
            bands.Add(new Band(parts[0].Number, parts[^1].Points));
            if (
                measure is ExportCountries or AcceptedEvidence
                && decimal.Truncate(parts[0].Number) != parts[0].Number
            )
            {
                parts[0]
                    .Refuse(
                        "unit-does-not-fit",
                        parts[0].Node.Describe(),
                        $"a whole number of {measure.Unit}"
                    );
            }
        }
        CheckOrder(items, bands);
        CheckEnds(items, bands);
        var below = criterion["below"];
        if (below.Points > bands[0].Points)
        {
            below.Refuse(
                "points-fall",
                $"{below.Points.Plain} points below the first band",
                $"at most {bands[0].Points.Plain}, what the first band gives"
            );
        }
        if (bands[^1].Points != max)
        {
            items[^1]
                .Refuse(
                    "maximum-out-of-reach",
                    $"{bands[^1].Points.Plain} points in the last band",
                    $"{max.Plain}, the maximum"
                );
        }
        var boundary = criterion["boundary"].Text is "lower" ? Boundary.Lower : Boundary.Upper;
        return new BandsRule(
            boundary,
            criterion["interpolation"].Text is "linear",
            below.Points,
            bands
        );
    }

    private static void CheckOrder(IReadOnlyList<Cursor> items, List<Band> bands)
    {
        for (var i = 1; i < bands.Count; i++)
        {
            var (before, here) = (bands[i - 1], bands[i]);
            if (here.From <= before.From)
            {
                var code = here.From == before.From ? "overlap" : "bands-order";
                items[i]
                    .Refuse(
                        code,
                        $"a band from {PlainNumber.Shortest(here.From)}",
                        $"more than {PlainNumber.Shortest(before.From)}, where the band before begins"
                    );
            }
            if (here.Points < before.Points)
            {
                items[i]
                    .Refuse(
                        "points-fall",
                        $"{here.Points.Plain} points",
                        $"at least {before.Points.Plain}, what the band before gives"
                    );
            }
        }
    }

    /// <summary>Where a band states its end, the next must begin there: less is an overlap, more a gap.</summary>
    private static void CheckEnds(IReadOnlyList<Cursor> items, List<Band> bands)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            var parts = items[i].Items;
            if (parts.Count < 3)
            {
                continue;
            }
            var last = i == bands.Count - 1;
            if (parts[1].IsNull != last)
            {
                var expected = last
                    ? "null: the last band has no end"
                    : $"{PlainNumber.Shortest(bands[i + 1].From)}, where the next band begins";
                parts[1].Refuse("band-end", parts[1].Node.Describe(), expected);
            }
            else if (!last && parts[1].Number != bands[i + 1].From)
            {
                var code = parts[1].Number < bands[i + 1].From ? "gap" : "overlap";
                parts[1]
                    .Refuse(
                        code,
                        $"an end at {PlainNumber.Shortest(parts[1].Number)}",
                        $"{PlainNumber.Shortest(bands[i + 1].From)}, where the next band begins"
                    );
            }
        }
    }
}

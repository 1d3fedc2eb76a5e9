using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>Which edition of the Harmonized System each data year has: every year once, or goods would be read by chance.</summary>
internal static class NomenclatureBinder
{
    public static Nomenclature Bind(Cursor cursor, DataYears years)
    {
        var editions = new List<HsEdition>();
        var given = new HashSet<int>();
        foreach (var edition in cursor["editions"].Items)
        {
            foreach (var year in edition["years"].Items)
            {
                if (!given.Add(year.Whole))
                {
                    year.Refuse("repeated-value", $"{year.Whole} a second time", "each year once");
                }
                if (!years.All.Contains(year.Whole))
                {
                    year.Refuse(
                        "no-such-year",
                        $"{year.Whole}",
                        $"a data year: {string.Join(", ", years.All)}"
                    );
                }
            }
            editions.Add(
                new HsEdition(
                    edition["name"].Text,
                    [.. edition["years"].Items.Select(y => y.Whole)]
                )
            );
        }
        foreach (var missing in years.All.Where(y => !given.Contains(y)))
        {
            cursor["editions"].Refuse("gap", $"no edition for {missing}", "one for each data year");
        }
        return new Nomenclature(editions, cursor["why"].LocalText);
    }
}

using System.Globalization;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>Lists of countries and product groups.</summary>
internal static class ListsBinder
{
    public static Dictionary<string, CountryList> Lists(Cursor lists)
    {
        var bound = new Dictionary<string, CountryList>(StringComparer.Ordinal);
        foreach (var (name, list) in lists.Named)
        {
            var countries = new List<string>();
            foreach (var country in list["values"].Items)
            {
                if (!ReferenceTable.Countries.Contains(country.Text))
                {
                    country.Refuse(
                        "unknown-country",
                        country.Node.Describe(),
                        "a country code of ISO 3166-1 alpha-2"
                    );
                }
                else if (countries.Contains(country.Text, StringComparer.Ordinal))
                {
                    country.Refuse(
                        "repeated-value",
                        $"'{country.Text}' a second time",
                        "each country once"
                    );
                }
                countries.Add(country.Text);
            }
            if (countries.Count != list["count"].Whole)
            {
                list["values"]
                    .Refuse(
                        "wrong-count",
                        $"{countries.Count} countries",
                        $"{list["count"].Whole}, as 'count' says"
                    );
            }
            bound[name.Text] = new CountryList(
                name.Text,
                list["clause"].Text,
                list["title"].LocalText,
                countries
            );
        }
        return bound;
    }

    public static List<GoodsGroup> ProductGroups(Cursor groups)
    {
        var bound = new List<GoodsGroup>();
        var owner = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, group) in groups.Named)
        {
            var chapters = new List<string>();
            foreach (var range in group["chapters"].Items)
            {
                var added = Chapters(range).ToList();
                if (added.Find(c => !owner.TryAdd(c, name.Text)) is { } held)
                {
                    range.Refuse(
                        "overlap",
                        $"chapter {held}, which '{owner[held]}' already holds",
                        "each chapter once, in one group"
                    );
                }
                chapters.AddRange(added);
            }
            chapters.Sort(StringComparer.Ordinal);
            bound.Add(new GoodsGroup(name.Text, group["title"].LocalText, chapters));
        }
        return bound;
    }

    private static IEnumerable<string> Chapters(Cursor range)
    {
        var from = int.Parse(
            range.Text.AsSpan(0, 2),
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
        var to = int.Parse(
            range.Text.AsSpan(range.Text.Length - 2),
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
        if (to < from || from == 0)
        {
            range.Refuse("empty-range", range.Node.Describe(), "HS chapters from 01, rising");
        }
        return Enumerable
            .Range(from, Math.Max(0, to - from + 1))
            .Select(c => c.ToString("00", CultureInfo.InvariantCulture));
    }
}

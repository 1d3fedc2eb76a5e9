using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>Measures, with the years, lists and tables they name.</summary>
internal sealed class MeasureBinder(BookNames names)
{
    /// <returns>The measure, or null when a name in it refers to nothing (reported).</returns>
    public Measure? Bind(Cursor measure)
    {
        var (form, value) = measure.Named[0];
        switch (form.Text)
        {
            case "export-value":
                return new ExportValue(YearsBinder.Set(value["years"], names.Years));
            case "weighted-exports":
                return Weights(value["weights"]) is { } weights
                    ? new WeightedExports(weights)
                    : null;
            case "net-trade":
                var exports = Weights(value["exports"]);
                var imports = Weights(value["imports"]);
                return exports is null || imports is null ? null : new NetTrade(exports, imports);
            case "value-per-weight":
                return new ValuePerWeight(
                    YearsBinder.Set(value["years"], names.Years),
                    value.Maybe("of") is { Text: "best-product" }
                );
            case "export-countries":
                return Countries(value);
            case "technology-shares":
                return Technology(value);
            case "market-shares":
                var years = YearsBinder.Set(value["years"], names.Years);
                return new MarketShares(Test(value["counted"]), ProductGroupOnly(value), years);
            case "evidence":
                return Evidence(value);
            default:
                throw new InvalidOperationException(
                    $"The grammar allows the measure '{form.Text}', but nothing binds it."
                );
        }
    }

    private YearWeights? Weights(Cursor name)
    {
        if (names.Weights.TryGetValue(name.Text, out var weights))
        {
            return weights;
        }
        name.RefuseUnknown("set of weights", names.Weights.Keys);
        return null;
    }

    private ExportCountries? Countries(Cursor value)
    {
        CountryList? list = null;
        if (value.Maybe("within") is { } within && !names.Lists.TryGetValue(within.Text, out list))
        {
            within.RefuseUnknown("list", names.Lists.Keys);
            return null;
        }
        return new ExportCountries(Test(value["counted"]), ProductGroupOnly(value), list);
    }

    private TechnologyShares? Technology(Cursor value)
    {
        if (!names.Tables.TryGetValue(value["table"].Text, out var table))
        {
            value["table"].RefuseUnknown("table", names.Tables.Keys);
            return null;
        }
        if (table is null)
        {
            return null;
        }
        var editions = table.Editions.Select(e => e.Id).ToList();
        var edition = editions.IndexOf(value["edition"].Text);
        if (edition < 0)
        {
            value["edition"].RefuseUnknown("edition of the table", editions);
            return null;
        }
        return new TechnologyShares(table, edition, YearsBinder.Set(value["years"], names.Years));
    }

    private AcceptedEvidence Evidence(Cursor value)
    {
        var distinct = value["distinct"].Text switch
        {
            "item" => Distinct.Item,
            "country" => Distinct.Country,
            "item-and-country" => Distinct.ItemAndCountry,
            _ => Distinct.Row,
        };
        var items = Words(value.Maybe("items"));
        var except = Words(value.Maybe("except"));
        if (
            (items.Count > 0 || except.Count > 0 || value.Maybe("item-codes") is not null)
            && distinct is Distinct.Row or Distinct.Country
        )
        {
            value["distinct"]
                .Refuse(
                    "items-do-not-count",
                    value["distinct"].Node.Describe(),
                    "item or item-and-country, because items are named"
                );
        }
        if (value.Maybe("item-codes") is not null)
        {
            CheckLanguages(value.Maybe("items"));
            CheckLanguages(value.Maybe("except"));
        }
        return new AcceptedEvidence(
            distinct,
            items,
            value.Maybe("item-codes") is not null,
            except,
            Set(value.Maybe("exported-to"))
        );
    }

    private static void CheckLanguages(Cursor? codes)
    {
        foreach (var code in codes?.Items ?? [])
        {
            if (!ReferenceTable.Languages.Contains(code.Text.ToLowerInvariant()))
            {
                code.Refuse("unknown-language", code.Node.Describe(), "a code of ISO 639-1");
            }
        }
    }

    private CountryTest Test(Cursor tests) =>
        new([
            .. tests.Items.Select(test =>
            {
                var all = Set(test.Maybe("all"));
                var none = Set(test.Maybe("none"));
                var least = test.Maybe("at-least");
                var of = Set(least?["of"]);
                var number = least?["years"].Whole ?? 0;
                if (test.Maybe("all") is null && least is null)
                {
                    test.Refuse(
                        "empty-test",
                        "a test that asks for no exports",
                        "'all' or 'at-least'"
                    );
                }
                var open = new YearSet((byte)(of.Bits & ~none.Bits));
                if (number > open.Count)
                {
                    least!
                        .Value["years"]
                        .Refuse(
                            "impossible-test",
                            $"{number}",
                            $"at most {open.Count}, the years of 'of' less those of 'none'"
                        );
                }
                if ((all.Bits & none.Bits) != 0)
                {
                    test["none"]
                        .Refuse("impossible-test", "a year that 'all' asks for", "other years");
                }
                return new CountryYears(all, none, number, of);
            }),
        ]);

    private YearSet Set(Cursor? years) =>
        years is { } given ? YearsBinder.Set(given, names.Years) : default;

    private static bool ProductGroupOnly(Cursor value) => value["goods"].Text is "product-group";

    private static List<string> Words(Cursor? list) =>
        list is { } given ? [.. given.Items.Select(i => i.Text.ToLowerInvariant())] : [];
}

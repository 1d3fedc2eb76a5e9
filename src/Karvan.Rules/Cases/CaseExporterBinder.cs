using System.Globalization;
using Karvan.Rules.Facts;
using Karvan.Rules.Loading;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Cases;

/// <summary>One exporter of a case: its lines, evidence and compliance, and what is expected of it.</summary>
/// <param name="book">The book under the readings of the case.</param>
/// <param name="common">What export lines of the file hold where they say nothing else.</param>
internal sealed class CaseExporterBinder(Rulebook book, Cursor? common)
{
    private const int CentsPerUsd = 100;
    private const int GramsPerKilogram = 1000;
    private const string Home = "IR";

    /// <summary>Exporters that name no province stand in the same one.</summary>
    private static string AnyProvince => ReferenceTable.Provinces.Rows[0].Id;

    public CaseExporter Bind(Cursor entry, string id)
    {
        var group = -1;
        if (entry.Maybe("group") is { } named)
        {
            var groups = book.ProductGroups.Select(g => g.Id).ToList();
            group = groups.IndexOf(named.Text);
            if (group < 0)
            {
                named.RefuseUnknown("product group", groups);
            }
        }
        var province = entry.Maybe("province");
        if (province is { } code && !ReferenceTable.Provinces.Contains(code.Text))
        {
            code.Refuse("unknown-province", $"'{code.Text}'", "the code of a province");
        }
        List<TradeLine> lines = [.. Exports(entry), .. Imports(entry)];
        return new CaseExporter(
            new Exporter(id, "", province?.Text ?? AnyProvince, group),
            lines,
            CaseEvidenceBinder.Bind(entry.Maybe("evidence"), book),
            Compliance(entry.Maybe("compliance")),
            CaseExpectations.Of(entry, book)
        );
    }

    private IEnumerable<TradeLine> Exports(Cursor entry)
    {
        foreach (var line in entry.Maybe("exports")?.Items ?? [])
        {
            var (to, hs) = (Part(line, "to"), Part(line, "hs"));
            var (usd, kg) = (Part(line, "usd"), Part(line, "kg"));
            if (to is null || hs is null || usd is null || kg is null)
            {
                continue;
            }
            foreach (var country in Several(to.Value))
            {
                if (!IsDestination(country))
                {
                    continue;
                }
                foreach (var year in Years(line["year"]))
                {
                    yield return new TradeLine(
                        TradeFlow.Export,
                        year,
                        country.Text,
                        int.Parse(
                            hs.Value.Text.AsSpan(0, 6),
                            NumberStyles.None,
                            CultureInfo.InvariantCulture
                        ),
                        (long)(usd.Value.Number * CentsPerUsd),
                        (long)(kg.Value.Number * GramsPerKilogram)
                    );
                }
            }
        }
    }

    /// <summary>Of imports only year and value matter, so a case states no more.</summary>
    private IEnumerable<TradeLine> Imports(Cursor entry) =>
        from line in entry.Maybe("imports")?.Items ?? []
        from year in Years(line["year"])
        select new TradeLine(
            TradeFlow.Import,
            year,
            "",
            0,
            (long)(line["usd"].Number * CentsPerUsd),
            0
        );

    private Cursor? Part(Cursor line, string key)
    {
        var part = line.Maybe(key) ?? common?.Maybe(key);
        if (part is null)
        {
            line.Refuse("missing-key", "no such key", $"'{key}' here or in the file's 'lines'");
        }
        return part;
    }

    /// <summary>Country codes as destinations or in evidence: known, and not the home country.</summary>
    public static bool IsDestination(Cursor country)
    {
        var good =
            ReferenceTable.Countries.Contains(country.Text)
            && !string.Equals(country.Text, Home, StringComparison.Ordinal);
        if (!good)
        {
            country.Refuse("unknown-country", $"'{country.Text}'", "a country other than IR");
        }
        return good;
    }

    public static IReadOnlyList<Cursor> Several(Cursor one) =>
        one.Node is ListNode ? one.Items : [one];

    private IEnumerable<int> Years(Cursor names) =>
        Several(names)
            .SelectMany(name =>
                name.Text switch
                {
                    "window" => book.Years.Window,
                    "five" => book.Years.All,
                    "last" => [book.Years.Last],
                    var text => [book.Years.Last + int.Parse(text.AsSpan("last".Length))],
                }
            );

    private static Compliance Compliance(Cursor? entry) =>
        entry is { } given
            ? new Compliance(
                true,
                given["smuggling"].Text is "true",
                given["fx-obligation-met"].Text is "true",
                (long)(given["fx-return-ratio"].Number * EvidenceRow.One)
            )
            : default;
}

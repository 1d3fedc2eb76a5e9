using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Platform.Pages.Gallery;

public sealed record SampleFirm(
    string Name,
    string LegalId,
    string Province,
    decimal Value,
    decimal? Points,
    DateOnly Changed,
    Status Status
);

/// <summary>Rows for the table of the page of parts, made by counting.</summary>
public sealed class SampleFirms(PageTexts words)
{
    private static readonly string[] Names =
    [
        "بافندگی دانا",
        "فولاد کویر",
        "Pars Agro Co.",
        "پستهٔ رفسنجان",
        "=SUM(A1:A9)",
        "چرم مشهد",
        "کاشی میبد",
    ];

    private static readonly Status[] Statuses =
    [
        new("parts.status-good", StatusKind.Good),
        new("parts.status-going", StatusKind.Going),
        new("parts.status-now", StatusKind.Now),
        new("parts.status-quiet", StatusKind.Quiet),
        new("parts.status-bad", StatusKind.Bad),
    ];

    private static readonly IReadOnlyList<SampleFirm> All =
    [
        .. Enumerable
            .Range(0, 43)
            .Select(i => new SampleFirm(
                Names[i % Names.Length] + (i < Names.Length ? "" : " " + i),
                (10_100_000_000L + i * 7919).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                i % 3 == 0 ? "yazd" : "fars",
                1_200_000m + i * i * 98_765.43m,
                i % 6 == 0 ? null : 310 + i * 13.25m,
                new DateOnly(2024, 3, 1).AddDays(i * 11),
                Statuses[i % Statuses.Length]
            )),
    ];

    public IReadOnlyList<Column<SampleFirm>> Columns { get; } =
    [
        new("name", "parts.column-firm", f => Cell.Text(f.Name) with { Href = "#table" })
        {
            Sorts = true,
            Filter = ColumnFilter.Text,
        },
        new("id", "parts.column-id", f => Cell.Registration(f.LegalId)),
        new(
            "province",
            "parts.column-province",
            f => Cell.Said(words["parts.province-" + f.Province])
        )
        {
            Filter = ColumnFilter.Choice,
            Choices = Provinces(words),
        },
        new("value", "parts.column-value", f => Cell.Number(f.Value))
        {
            Sorts = true,
            Numeric = true,
        },
        new("points", "parts.column-points", f => Cell.Number(f.Points, 2))
        {
            Sorts = true,
            Numeric = true,
        },
        new("day", "parts.column-day", f => Cell.Day(f.Changed)) { Sorts = true },
        new("status", "parts.column-status", f => Cell.Status(f.Status)),
    ];

    public static IReadOnlyList<FieldChoice> Provinces(PageTexts words) =>
        [new("fars", words["parts.province-fars"]), new("yazd", words["parts.province-yazd"])];

    public TableView View(TableAsk ask)
    {
        var found = Asked(ask).ToList();
        return TableView.Of(
            "firms",
            "parts.table-firms",
            ask,
            Columns,
            found.Skip(ask.Skip).Take(ask.PageSize),
            found.Count
        );
    }

    public async IAsyncEnumerable<SampleFirm> AllAsync(TableAsk ask)
    {
        foreach (var firm in Asked(ask))
        {
            yield return firm;
            await Task.Yield();
        }
    }

    private static IEnumerable<SampleFirm> Asked(TableAsk ask)
    {
        var rows = All.Where(f =>
            (
                ask.Filter("name") is not { } name
                || PersianText
                    .Words(name)
                    .All(w => PersianText.SearchKey(f.Name).Contains(w, StringComparison.Ordinal))
            )
            && (
                ask.Filter("province") is not { } province
                || string.Equals(f.Province, province, StringComparison.Ordinal)
            )
        );
        rows = ask.Sort switch
        {
            "name" => rows.OrderBy(f => PersianText.SortKey(f.Name), StringComparer.Ordinal),
            "points" => rows.OrderBy(f => f.Points),
            "day" => rows.OrderBy(f => f.Changed),
            _ => rows.OrderBy(f => f.Value),
        };
        return ask.Descending ? rows.Reverse() : rows;
    }
}

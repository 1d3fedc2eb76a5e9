using System.Globalization;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Web.Components.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace Karvan.Web.Components.Tables;

/// <summary>
/// What a reader asks of a table, read from the address: order, filters, page, download. What the address says besides
/// is kept in every link the table makes.
/// </summary>
public sealed class TableAsk
{
    private const string FilterStart = "f-";
    private const string FromEnd = "-from";
    private const string ToEnd = "-to";
    private const int LongestFilter = 200;

    /// <summary>Some fifty sheets: what is longer is for a spreadsheet.</summary>
    private const int MostPrinted = 2000;

    private readonly string path;
    private readonly string prefix;
    private readonly Dictionary<string, string> rest;
    private readonly IReadOnlyList<ColumnHead> columns;

    private TableAsk(
        HttpRequest request,
        string id,
        IReadOnlyList<ColumnHead> columns,
        string sort,
        int pageSize,
        bool whole
    )
    {
        this.columns = columns;
        path = request.PathBase.Add(request.Path).Value ?? "/";
        prefix = id.Length == 0 ? "" : id + ".";
        Printed = PrintView.IsAsked(request);
        PageSize = Printed && whole ? MostPrinted : pageSize;
        rest = request.Query.ToDictionary(
            q => q.Key,
            q => q.Value.ToString(),
            StringComparer.Ordinal
        );

        rest.Remove(PrintView.Mark.Name);

        var asked = Take("sort");
        var key = asked.TrimStart('-');
        (Sort, Descending) = columns.Any(c =>
            c.Sorts && string.Equals(c.Key, key, StringComparison.Ordinal)
        )
            ? (key, asked.StartsWith('-'))
            : (sort.TrimStart('-'), sort.StartsWith('-'));
        Page =
            int.TryParse(
                PersianText.LatinDigits(Take("page")),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var page
            ) && !(Printed && whole)
                ? Math.Max(1, page)
                : 1;
        Download = Take("download") switch
        {
            "csv" => DownloadFormat.Csv,
            "xlsx" => DownloadFormat.Xlsx,
            _ => null,
        };
        Filters = columns
            .SelectMany(FilterKeys)
            .Select(key => (Key: key, Value: Take(FilterStart + key).Trim()))
            .Where(f => f.Value.Length is > 0 and <= LongestFilter)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
    }

    /// <param name="sort">The order where the address asks for none, with a leading minus from the largest down.</param>
    /// <param name="id">Tells tables of one page apart.</param>
    /// <param name="whole">Whether all rows may be taken away at once, on paper too.</param>
    public static TableAsk Of(
        HttpRequest request,
        IReadOnlyList<ColumnHead> columns,
        string sort,
        int pageSize = 50,
        string id = "",
        bool whole = true
    ) => new(request, id, columns, sort, pageSize, whole);

    /// <summary>A column that sorts.</summary>
    public string Sort { get; }

    public bool Descending { get; }

    public SortOrder Order => new(Sort, Descending);

    /// <summary>From 1.</summary>
    public int Page { get; }

    /// <summary>As many rows as are shown at once: on paper all, up to a limit that the table then names.</summary>
    public int PageSize { get; }

    /// <summary>Whether the page is asked for on paper.</summary>
    public bool Printed { get; }

    public int Skip => checked((int)Math.Min(int.MaxValue, (Page - 1L) * PageSize));

    public DownloadFormat? Download { get; }

    /// <summary>What is asked of columns that filter; nothing else gets here.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; }

    public string? Filter(string column) => Filters.GetValueOrDefault(column);

    /// <summary>The member of an enum that is asked for by its name; null for anything else, numbers too.</summary>
    public TEnum? Choice<TEnum>(string column)
        where TEnum : struct, Enum => EnumNames.Of<TEnum>(Filter(column));

    /// <summary>The first day asked for; null where none is, or none that can be read (the table then says so).</summary>
    public DateOnly? FirstDay(string column) => Day(FromKey(column));

    /// <summary>The last day asked for.</summary>
    public DateOnly? LastDay(string column) => Day(ToKey(column));

    internal static string FromKey(string column) => column + FromEnd;

    internal static string ToKey(string column) => column + ToEnd;

    /// <summary>Whether what was typed is no day.</summary>
    internal bool IsNoDay(string key) => Filter(key) is not null && Day(key) is null;

    internal string Path => path;

    internal string FilterName(string column) => prefix + FilterStart + column;

    internal string SortName => prefix + "sort";

    /// <summary>Back to the first page, in the column's order; a second time, the other way round.</summary>
    internal string SortLink(ColumnHead column) =>
        Link(
            sort: string.Equals(Sort, column.Key, StringComparison.Ordinal) && !Descending
                ? "-" + column.Key
                : column.Key
        );

    internal string PageLink(int page) => Link(page: page);

    internal string DownloadLink(DownloadFormat format) =>
        Link(download: format is DownloadFormat.Csv ? "csv" : "xlsx");

    /// <summary>The page on paper, with what is asked of this table and of the others.</summary>
    internal string PrintLink() => Link(mark: PrintView.Mark);

    internal string WithoutFilters() => Address(Kept().Append((SortName, SortText)));

    internal string SortText => Descending ? "-" + Sort : Sort;

    /// <summary>What a filter form must send along, so that nothing else of the address is lost.</summary>
    internal IEnumerable<(string Name, string Value)> Kept() => rest.Select(r => (r.Key, r.Value));

    private string Link(
        string? sort = null,
        int page = 1,
        string? download = null,
        (string Name, string Value)? mark = null
    )
    {
        var values = Kept().ToList();
        values.AddRange(
            columns
                .SelectMany(FilterKeys)
                .Where(Filters.ContainsKey)
                .Select(key => (FilterName(key), Filters[key]))
        );
        values.Add((SortName, sort ?? SortText));
        if (page > 1)
        {
            values.Add((prefix + "page", page.ToString(CultureInfo.InvariantCulture)));
        }
        if (download is not null)
        {
            values.Add((prefix + "download", download));
        }
        if (mark is { } print)
        {
            values.Add(print);
        }
        return Address(values);
    }

    private DateOnly? Day(string key) => SolarDate.TryParse(Filter(key), out var day) ? day : null;

    private static IEnumerable<string> FilterKeys(ColumnHead column) =>
        column.Filter switch
        {
            ColumnFilter.None => [],
            ColumnFilter.Days => [FromKey(column.Key), ToKey(column.Key)],
            _ => [column.Key],
        };

    private string Address(IEnumerable<(string Name, string Value)> values) =>
        QueryHelpers.AddQueryString(
            path,
            values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))
        );

    private string Take(string name) => rest.Remove(prefix + name, out var value) ? value : "";
}

public enum DownloadFormat
{
    Csv,
    Xlsx,
}

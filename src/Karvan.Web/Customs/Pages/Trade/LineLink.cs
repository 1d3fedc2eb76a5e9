using System.Globalization;
using Karvan.Trade.Ledger;
using Microsoft.AspNetCore.WebUtilities;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Addresses of a firm's lines: those behind a number, and one of them.</summary>
public static class LineLink
{
    /// <summary>Corrected lines and those that count as they are.</summary>
    public const string Counts = "Counts";

    /// <param name="year">Null for all.</param>
    /// <param name="filter">Another filter of the table of lines, by its column.</param>
    public static string Behind(
        Guid firm,
        bool import,
        int? year,
        (string Column, string Value)? filter = null
    )
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["f-flow"] = TradeAsk.FlowOf(import),
            ["f-year"] = year?.ToString(CultureInfo.InvariantCulture),
            ["f-state"] = Counts,
        };
        if (filter is var (column, value))
        {
            query["f-" + column] = value;
        }
        return QueryHelpers.AddQueryString(
            $"/enterprises/{firm}/trade/lines",
            query.Where(q => q.Value is not null)
        );
    }

    public static string InState(Guid firm, LineState state) =>
        $"/enterprises/{firm}/trade/lines?f-state={state}";

    /// <param name="page">What is done to it: a page below the line's own.</param>
    public static string One(Guid firm, Guid import, LineKey key, string page = "") =>
        QueryHelpers.AddQueryString(
            $"/enterprises/{firm}/trade/line{page}",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["import"] = import.ToString(),
                ["flow"] = TradeAsk.FlowOf(key.Import),
                ["declaration"] = key.Declaration,
                ["line"] = key.LineNumber.ToString(CultureInfo.InvariantCulture),
            }
        );
}

using Karvan.Trade.Ledger;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Addresses of a firm's lines: those behind a number, and one of them.</summary>
public static class LineLink
{
    /// <summary>Corrected lines and those that count as they are.</summary>
    public const string Counts = "Counts";

    /// <param name="year">Null for all.</param>
    /// <param name="filters">Other filters of the table of lines, by their columns; one without a value is none.</param>
    public static string Behind(
        Guid firm,
        bool import,
        int? year,
        params IEnumerable<(string Column, string? Value)> filters
    ) =>
        filters.Aggregate(
            Links
                .Trade.Lines(firm)
                .With("f-flow", TradeAsk.FlowOf(import))
                .With("f-year", year)
                .With("f-state", Counts),
            (link, filter) => link.With("f-" + filter.Column, filter.Value)
        );

    public static string InState(Guid firm, LineState state) =>
        Links.Trade.Lines(firm).With("f-state", state);

    /// <param name="page">What is done to it; without one, its own page.</param>
    public static string One(
        Guid firm,
        Guid import,
        LineKey key,
        Func<Guid, string>? page = null
    ) =>
        (page ?? Links.Trade.Line)(firm)
            .With("import", import)
            .With("flow", TradeAsk.FlowOf(key.Import))
            .With("declaration", key.Declaration)
            .With("line", key.LineNumber);
}

using Karvan.Web.Components.Fields;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The form with which a page of trade begins.</summary>
/// <param name="Countries">Codes of those there is trade with.</param>
/// <param name="Path">Of the page.</param>
public sealed record TradeFilter(
    TradeAsk Ask,
    TradeUnits Units,
    IReadOnlyList<FieldChoice> Years,
    IReadOnlyList<string> Countries,
    string Path
);

/// <summary>What was chosen adds up to.</summary>
/// <param name="Behind">Where its lines are seen; null where they are not.</param>
public sealed record TradeHeadline(TradeAsk Ask, TradeUnits Units, TradeRow Sum, string? Behind);

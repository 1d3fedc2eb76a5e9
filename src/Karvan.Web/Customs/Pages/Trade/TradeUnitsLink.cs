namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The address of a page of trade with its figures to the last digit, or in short again; what else was asked of it stays.</summary>
internal static class TradeUnitsLink
{
    private const string Name = "figures";

    public static string Of(HttpRequest request, bool full)
    {
        var query = QueryString.Create(
            request
                .Query.Where(q => q.Key != Name)
                .Append(new(Name, full ? default : TradeAsk.FullFigures))
                .Where(q => q.Value.Count > 0)
        );
        return $"{request.PathBase.Add(request.Path)}{query}#{AreaView.LookedAt}";
    }
}

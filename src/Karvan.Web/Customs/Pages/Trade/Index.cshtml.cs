using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The country's trade; whoever may see one province alone is led there.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class CountryTradeModel(ProvinceTrade trade, RulebookCatalog catalog, PageTexts words)
    : AreaPage(trade, catalog, words)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var scope = Decision.ScopeOf(Actor, CustomsActs.ReadCustoms, Body.Shared);
        if (scope.All)
        {
            return await Show(null, Links.Trade.Index);
        }
        return scope.Provinces.Count > 0
            ? Redirect(Links.Trade.Province(scope.Provinces.Order(StringComparer.Ordinal).First()))
            : Forbid();
    }
}

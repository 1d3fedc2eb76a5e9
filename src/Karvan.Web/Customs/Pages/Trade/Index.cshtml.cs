using Karvan.Core.Accounts;
using Karvan.Core.Customs;
using Karvan.Core.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Rules;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Core.Accounts.Access;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The country's trade; whoever may see one province alone is led there.</summary>
[Asks(Act.ReadCustoms)]
public sealed class CountryTradeModel(ProvinceTrade trade, RulebookCatalog catalog, PageWords words)
    : AreaPage(trade, catalog, words)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var scope = Decision.ScopeOf(Actor, Act.ReadCustoms, Body.Shared);
        if (scope.All)
        {
            return await Show(null, "/trade");
        }
        return scope.Provinces.Count > 0
            ? Redirect($"/trade/{scope.Provinces.Order(StringComparer.Ordinal).First()}")
            : Forbid();
    }
}

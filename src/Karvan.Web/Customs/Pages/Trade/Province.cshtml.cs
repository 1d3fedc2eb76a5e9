using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A province's trade.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ProvinceTradeModel(
    ProvinceTrade trade,
    RulebookCatalog catalog,
    PageTexts words
) : AreaPage(trade, catalog, words)
{
    public string Name { get; private set; } = "";

    /// <summary>Whether the asker may see the country too.</summary>
    public bool SeesCountry => Decision.ScopeOf(Actor, CustomsActs.ReadCustoms, Body.Shared).All;

    /// <summary>Other provinces of somebody who may see several, but not all.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string province)
    {
        if (!ReferenceTable.Provinces.Contains(province))
        {
            return NotFound();
        }
        if (
            !May(
                CustomsActs.ReadCustoms,
                new Subject(nameof(TradeSum), null, Body.Shared, province)
            )
        )
        {
            return Forbid();
        }
        Name = PlaceNames.Province(province, words);
        Others =
        [
            .. Decision
                .ScopeOf(Actor, CustomsActs.ReadCustoms, Body.Shared)
                .Provinces.Where(p => p != province),
        ];
        return await Show(province, Links.Trade.Province(province));
    }

    private readonly PageTexts words = words;

    public string NameOf(string province) => PlaceNames.Province(province, words);
}

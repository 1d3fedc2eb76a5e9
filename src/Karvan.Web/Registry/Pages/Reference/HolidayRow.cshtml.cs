using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One official day off.</summary>
[Asks(nameof(RegistryActs.EditReference))]
public sealed class HolidayRowModel(RowWork work, PageTexts words)
    : RowPage<Holiday, HolidayForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Holidays;

    public IReadOnlyList<FieldChoice> Lunar =>
        [
            .. LunarHoliday.All.Select(l => new FieldChoice(
                l.Code,
                PageTexts.Name(W.IsPersian ? l.NameFa : l.NameEn)
            )),
        ];
}

using Karvan.Registry.Authorization;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>The provinces with their codes.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class ProvinceListModel(PageTexts words) : ReferenceListPage<NamedText>(words)
{
    public override ReferenceList List => ReferenceLists.Provinces;

    protected override string Sort => "code";

    protected override Task<IEnumerable<NamedText>> Held() =>
        Task.FromResult<IEnumerable<NamedText>>(ReferenceTable.Provinces.Rows);

    protected override Column<NamedText>[] Columns(IReadOnlyList<NamedText> rows) =>
        [
            new("code", "reference.code", p => Cell.Code(p.Id)) { Sorts = true },
            new("name-fa", "reference.name-fa", p => Cell.Text(p.Text.Fa))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("name-en", "reference.name-en", p => Cell.Text(p.Text.En))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
        ];
}

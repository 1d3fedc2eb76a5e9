using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Groups of goods by tariff codes, with what they leave open and what they claim twice.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class ProductGroupListModel(ReferenceShelf shelf, PageTexts words, TimeProvider clock)
    : ReferenceListPage<ProductGroup>(words)
{
    public override ReferenceList List => ReferenceLists.ProductGroups;

    public override bool Dated => true;

    /// <summary>The day for which gaps and overlaps are reported.</summary>
    public DateOnly Day { get; private set; }

    public ProductGroupFaults Faults { get; private set; } = new([], [], []);

    public string Names(PrefixClaim claim) =>
        string.Join(W.IsPersian ? "، " : ", ", claim.Groups.Select(Name));

    protected override string Sort => "prefixes";

    protected override async Task<IEnumerable<ProductGroup>> Held()
    {
        var asked = AskedDay();
        Day = asked ?? TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var rows = await shelf.Rows<ProductGroup>(Cancellation);
        Faults = new ProductGroups(rows).Faults(Day);
        return rows.Where(g => asked is null || g.HoldsOn(Day));
    }

    private string Name(ProductGroup group) => W.IsPersian ? group.NameFa : group.NameEn;

    protected override Column<ProductGroup>[] Columns(IReadOnlyList<ProductGroup> rows) =>
        [
            new("code", "product-group.code", g => Lead(Cell.Code(g.Code), g))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("name-fa", "reference.name-fa", g => Cell.Text(g.NameFa))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("name-en", "reference.name-en", g => Cell.Text(g.NameEn)) { Sorts = true },
            new("prefixes", "product-group.prefixes", g => Cell.Code(g.HsPrefixes))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("from", "reference.from", g => Cell.Day(g.From)) { Sorts = true },
            new("to", "reference.to", g => Cell.Day(g.To)) { Sorts = true },
            .. About<ProductGroup>(),
        ];
}

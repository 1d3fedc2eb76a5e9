using Karvan.Platform.Searching;
using Karvan.Registry.Authorization;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Pairs of registrations that may be one firm, the likeliest first, among those an expert may merge.</summary>
[Asks(nameof(RegistryActs.SucceedEnterprise))]
public sealed class EnterpriseDuplicatesModel(DuplicateSearch search, PageTexts words)
    : ListPage<DuplicatePair>(words)
{
    protected override ValueTask<ListTable<DuplicatePair>> Describe() =>
        new(
            new ListTable<DuplicatePair>("twins.list", "duplicates", "-signs", Columns())
            {
                EmptyKey = "twins.none",
            }
        );

    protected override ValueTask<FoundRows<DuplicatePair>> Rows(
        ListTable<DuplicatePair> list,
        TableAsk ask
    ) => new(search.Rows(ask.Choice<DuplicateSigns>("signs")));

    private Column<DuplicatePair>[] Columns() =>
        [
            new(
                "first",
                "twins.first",
                p => Name(p.First) with { Href = Links.Enterprises.Duplicate(p.Pair.Id) }
            ),
            new("second", "twins.second", p => Name(p.Second)),
            new("signs", "twins.signs", p => Cell.Said(DuplicateTexts.Signs(p.Signs, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. DuplicateTexts.All.Select(s => new FieldChoice(
                        s.ToString(),
                        W[$"twins.sign.{s}"]
                    )),
                ],
            },
            new(
                "province",
                "enterprise.province",
                p => Cell.Text(PlaceNames.Province(p.First.Province, W))
            ),
            new(
                "other-province",
                "twins.other-province",
                p => Cell.Text(PlaceNames.Province(p.Second.Province, W))
            ),
        ];

    private static Cell Name(Enterprise firm) => Cell.Text(firm.NameFa);
}

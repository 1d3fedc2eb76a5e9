using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Searching;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>The customs imports somebody may see, and their own files that are still on the way.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ImportListModel(ImportSearch search, PageTexts words)
    : ListPage<CustomsImport>(words)
{
    public IReadOnlyList<CustomsFile> Coming { get; private set; } = [];

    public bool MayImport => Decision.AllowsSome(Actor, CustomsActs.ImportCustoms);

    protected override ValueTask<ListTable<CustomsImport>> Describe() =>
        new(
            new ListTable<CustomsImport>("customs.list", "customs-imports", "-number", Columns())
            {
                EmptyKey = "customs.none",
            }
        );

    protected override ValueTask<FoundRows<CustomsImport>> Rows(
        ListTable<CustomsImport> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new ImportQuery(
                    ask.Filter("file"),
                    ask.Choice<ImportState>("state"),
                    ask.Filter("reach")
                )
            )
        );

    protected override async Task Beside() => Coming = await search.Coming(Person, Cancellation);

    private Column<CustomsImport>[] Columns() =>
        [
            new(
                "number",
                "customs.number",
                i => Cell.Number(i.Number) with { Href = Links.Customs.Details(i.Id) }
            )
            {
                Numeric = true,
            },
            new(
                "file",
                "customs.file",
                i => Cell.Text(i.FileName) with { Href = Links.Customs.Details(i.Id) }
            )
            {
                Filter = ColumnFilter.Text,
            },
            new("reach", "customs.reach", i => Cell.Said(ImportStatus.Reach(i.Province, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(W),
            },
            new("state", "enterprise.state", i => Cell.Status(ImportStatus.Of(i.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<ImportState>(s => W[$"customs.state.{s}"]),
            },
            new(
                "accepted",
                "customs.accepted",
                i => Cell.Number(i.ReadAt is null ? null : i.Accepted)
            )
            {
                Numeric = true,
            },
            new(
                "rejected",
                "customs.rejected",
                i => Cell.Number(i.ReadAt is null ? null : i.Rejected)
            )
            {
                Numeric = true,
            },
            new("by", "customs.by", i => Cell.Said(ImportStatus.By(i, W))),
            new(
                "begun",
                "customs.begun",
                i => Cell.Said(W.Moment(new DateTimeOffset(i.BegunAt, TimeSpan.Zero)))
            ),
        ];
}

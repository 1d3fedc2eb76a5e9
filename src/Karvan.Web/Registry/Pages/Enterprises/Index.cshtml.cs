using Karvan.Platform.Authorization;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Rules.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>The firms somebody may see: found by words, province, state and size; downloaded as they are filtered.</summary>
[Asks(nameof(RegistryActs.ReadEnterprise))]
public sealed class EnterpriseListModel(
    EnterpriseSearch search,
    ReferenceShelf shelf,
    TimeProvider clock,
    PageTexts words
) : ListPage<EnterpriseRow>(words)
{
    private const string MergedState = "Merged";

    /// <summary>Today's thresholds: the list shows how large the firms are now.</summary>
    private SizeThreshold? sizes;

    public bool MayMerge => Decision.AllowsSome(Actor, RegistryActs.SucceedEnterprise);

    /// <summary>Staff have no firm to register here.</summary>
    public bool MayRegister => Actor.Grants.All(g => g.EnterpriseId is not null);

    protected override async ValueTask<ListTable<EnterpriseRow>> Describe()
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        sizes = (await shelf.Sizes(Cancellation)).On(today);
        return new("enterprises.list", "enterprises", EnterpriseQuery.ByName, Columns());
    }

    protected override ValueTask<FoundRows<EnterpriseRow>> Rows(
        ListTable<EnterpriseRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new EnterpriseQuery(
                    ask.Filter(EnterpriseQuery.ByName),
                    ask.Filter("province"),
                    ask.Choice<VerificationState>("state"),
                    ask.Filter("state") is MergedState,
                    ask.Choice<EnterpriseSize>("size") is { } size && sizes is not null
                        ? sizes.Range(size)
                        : default,
                    ask.Order
                )
            )
        );

    private Column<EnterpriseRow>[] Columns() =>
        [
            new(
                EnterpriseQuery.ByName,
                "enterprise.name",
                r => Cell.Text(r.NameFa) with { Href = Links.Enterprises.Details(r.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("number", "enterprise.number", r => Cell.Registration(r.Number)),
            CommonColumns.Province<EnterpriseRow>(r => r.Province, W),
            new(
                "state",
                "enterprise.state",
                r => Cell.Status(r.Merged ? EnterpriseStatus.Merged : EnterpriseStatus.Of(r.State))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. FieldChoice.Of<VerificationState>(s => W[EnterpriseStatus.Of(s).TextKey]),
                    new FieldChoice(MergedState, W[EnterpriseStatus.Merged.TextKey]),
                ],
            },
            new(EnterpriseQuery.ByEmployees, "enterprise.employees", r => Cell.Number(r.Employees))
            {
                Sorts = true,
                Numeric = true,
            },
            new(
                "size",
                "enterprise.size",
                r =>
                    r.Employees is { } count && sizes is not null
                        ? Cell.Said(W[$"size.{sizes.Of(count)}"])
                        : Cell.Text("")
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<EnterpriseSize>(s => W[$"size.{s}"]),
            },
            new(
                EnterpriseQuery.ByAge,
                "enterprise.registered",
                r => Cell.Day(TehranTime.DayOf(r.RegisteredAt))
            )
            {
                Sorts = true,
            },
        ];
}

using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.People;

/// <summary>The accounts an administrator may keep: found, filtered, downloaded as they are filtered.</summary>
[Asks(nameof(PlatformActs.ManageGrants))]
public sealed class PersonListModel(PeopleSearch search, InvitePeople invitations, PageTexts words)
    : ListPage<PersonRow>(words)
{
    /// <summary>Roles that were offered and not taken yet.</summary>
    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    public bool Withdrawn => Request.Query.ContainsKey("withdrawn");

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        if (await invitations.Withdraw(Actor, invitation, null, Cancellation) is { } refusal)
        {
            ModelState.AddModelError("", $"invitation.refused.{refusal}");
            return await Show();
        }
        return Redirect(Links.People.Index.With("withdrawn", "true"));
    }

    protected override async Task Beside() =>
        Invited = await invitations.OpenFor(Actor, Cancellation);

    protected override ValueTask<ListTable<PersonRow>> Describe() =>
        new(new ListTable<PersonRow>("people.list", "people", PeopleQuery.ByName, Columns()));

    protected override ValueTask<FoundRows<PersonRow>> Rows(
        ListTable<PersonRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                Actor,
                new PeopleQuery(
                    ask.Filter(PeopleQuery.ByName),
                    ask.Choice<Role>("roles"),
                    ask.Filter("province") is { } code && ReferenceTable.Provinces.Contains(code)
                        ? code
                        : null,
                    ask.Order
                )
            )
        );

    private Column<PersonRow>[] Columns() =>
        [
            new(
                PeopleQuery.ByName,
                "people.name",
                r => Cell.Text(r.FullName) with { Href = Links.People.Details(r.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("email", "sign-in.email", r => Cell.Text(r.Email)),
            new("roles", "people.roles", r => Cell.Said(RolesOf(r)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<Role>(r => W[$"role.name.{r}"]),
            },
            new("province", "enterprise.province", r => Cell.Said(ProvincesOf(r)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(W),
            },
            new(
                "state",
                "people.state",
                r => Cell.Status(PersonStatus.Of(r.Locked, r.SecondFactor))
            ),
            new(PeopleQuery.ByAge, "people.joined", r => Cell.Day(TehranTime.DayOf(r.JoinedAt)))
            {
                Sorts = true,
            },
        ];

    private Said ProvincesOf(PersonRow row) => GrantForm.ProvincesOf(row.Provinces, W);

    private Said RolesOf(PersonRow row) =>
        PageTexts.Name(
            string.Join(W["grant.and"].Bare, row.Roles.Select(r => W[$"role.name.{r}"].Bare))
        );
}

/// <summary>The state of an account in a word.</summary>
internal static class PersonStatus
{
    public static Status Of(bool locked, bool secondFactor) =>
        locked ? new Status("people.locked", StatusKind.Bad)
        : secondFactor ? new Status("people.two-steps", StatusKind.Good)
        : new Status("people.one-step", StatusKind.Quiet);
}

using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
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
public sealed class PersonListModel(PeopleSearch search, PageTexts words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, PeopleQuery.ByName, PageSize);
        var question = new PeopleQuery(
            ask.Filter(PeopleQuery.ByName),
            Enum.TryParse<Role>(ask.Filter("roles"), out var role) ? role : null,
            ask.Filter("province") is { } code && ReferenceTable.Provinces.Contains(code)
                ? code
                : null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<PersonRow>(format, "people", columns, search.All(Actor, question));
        }
        var (rows, total) = await search.Find(Actor, question, HttpContext.RequestAborted);
        Table = TableView.Of("", "people.list", ask, columns, rows, total);
        return Page();
    }

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
                Choices =
                [
                    .. Enum.GetValues<Role>()
                        .Select(r => new FieldChoice(r.ToString(), words[$"role.name.{r}"])),
                ],
            },
            new("province", "enterprise.province", r => Cell.Said(ProvincesOf(r)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
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

    private Said ProvincesOf(PersonRow row) => GrantForm.ProvincesOf(row.Provinces, words);

    private Said RolesOf(PersonRow row) =>
        PageTexts.Name(
            string.Join(
                words["grant.and"].Bare,
                row.Roles.Select(r => words[$"role.name.{r}"].Bare)
            )
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

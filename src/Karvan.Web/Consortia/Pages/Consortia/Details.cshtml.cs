using Karvan.Consortia;
using Karvan.Platform.Audit;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>A membership as the page shows it.</summary>
public sealed record MemberRow(ConsortiumMember Member, string NameFa, bool Seen, bool Now);

/// <summary>One consortium with its members of today and of before, and its trail.</summary>
[Asks(nameof(ConsortiaActs.ReadConsortium))]
public sealed class ConsortiumDetailsModel(
    ConsortiumSearch search,
    ReferenceShelf shelf,
    AuditTrail trail,
    TimeProvider clock,
    PageTexts words
) : ConsortiumPage(search)
{
    private static readonly Status IsMember = new("member.now", StatusKind.Good);
    private static readonly Status WasMember = new("member.before", StatusKind.Quiet);

    private readonly ConsortiumSearch search = search;

    public IReadOnlyList<string> Groups { get; private set; } = [];

    public (string NameFa, bool Seen)? OwnFirm { get; private set; }

    public TableView Members { get; private set; } = null!;

    public ActivityTrail Trail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var names = await search.Names(
            [
                .. Consortium.Members.Select(m => m.EnterpriseId),
                Consortium.EnterpriseId ?? Guid.Empty,
            ],
            HttpContext.RequestAborted
        );
        OwnFirm = Consortium.EnterpriseId is { } own ? names[own] : null;
        var groups = (await shelf.Rows<ProductGroup>(HttpContext.RequestAborted)).ToLookup(
            g => g.Code,
            g => words.IsPersian ? g.NameFa : g.NameEn,
            StringComparer.Ordinal
        );
        Groups = [.. Consortium.Groups.Select(c => groups[c].LastOrDefault() ?? c)];
        var now = Consortium.MembersOn(today).Select(m => m.Id).ToHashSet();
        var rows = Consortium.Members.Select(m => new MemberRow(
            m,
            names[m.EnterpriseId].NameFa,
            names[m.EnterpriseId].Seen,
            now.Contains(m.Id)
        ));
        var list = new ListTable<MemberRow>("member.list", "members", "from", Columns())
        {
            PageSize = 50,
        };
        var ask = list.Ask(Request);
        var found = ShortTable.Pick(rows, list.Columns, ask, words);
        if (list.Download(ask, found) is { } file)
        {
            return file;
        }
        Members = list.View(ask, found);
        Trail = EventTexts.Trail(
            await trail.Of(Consortium.Subject, HttpContext.RequestAborted),
            words
        );
        return Page();
    }

    private List<Column<MemberRow>> Columns()
    {
        List<Column<MemberRow>> columns =
        [
            new(
                "firm",
                "member.firm",
                m =>
                    m.Seen
                        ? Cell.Text(m.NameFa) with
                        {
                            Href = Links.Enterprises.Details(m.Member.EnterpriseId),
                        }
                        : Cell.Text(m.NameFa)
            )
            {
                Sorts = true,
            },
            new("from", "member.from", m => Cell.Day(m.Member.From)) { Sorts = true },
            new("to", "member.to", m => Cell.Day(m.Member.To)) { Sorts = true },
            new("now", "enterprise.state", m => Cell.Status(m.Now ? IsMember : WasMember))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    new FieldChoice("now", words[IsMember.TextKey]),
                    new FieldChoice("before", words[WasMember.TextKey]),
                ],
            },
        ];
        if (MayRecord)
        {
            columns.Add(
                new(
                    "change",
                    "member.change",
                    m =>
                        Cell.Said(words["member.change-link"]) with
                        {
                            Href = Links.Consortia.Member(Consortium.Id, m.Member.Id),
                        }
                )
            );
        }
        return columns;
    }
}

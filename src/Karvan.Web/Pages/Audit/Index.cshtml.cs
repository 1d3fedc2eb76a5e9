using Karvan.Core.Accounts;
using Karvan.Core.Audit;
using Karvan.Web.Access;
using Karvan.Web.Parts.Tables;
using Karvan.Web.Words;

namespace Karvan.Web.Pages.Audit;

/// <summary>Looks through everything that happened, in the provinces somebody may audit.</summary>
[Asks(Act.ReadAudit)]
public sealed class IndexModel(AuditSearch search, PageWords words) : KarvanPage
{
    private const int PageSize = 50;

    public TableView Table { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Column<AuditEvent>[] columns =
        [
            new(
                "at",
                "audit.at",
                e => Cell.Said(words.Moment(new DateTimeOffset(e.At, TimeSpan.Zero)))
            ),
            new("what", "audit.what", e => Cell.Said(EventWords.Kind(e.Kind, words)))
            {
                Filter = ColumnFilter.Text,
            },
            new("who", "audit.who", e => Cell.Text(e.AuthorName)),
            new("chain", "audit.chain", e => Cell.Code($"{e.Chain} {e.Number}")),
            new(
                "subject",
                "audit.subject",
                e =>
                    e.SubjectKind == "Enterprise" && e.SubjectId is { } id
                        ? Cell.Code(e.SubjectKind) with
                        {
                            Href = $"/enterprises/{id}",
                        }
                        : Cell.Code(e.SubjectKind)
            ),
            new("hash", "audit.hash", e => Cell.Code(e.Hash[..12])),
        ];
        var ask = TableAsk.Of(Request, columns, "at", PageSize);
        var chains = AuditChain
            .All.Where(c => May(Act.ReadAudit, AuditChain.SubjectOf(c.Body, c.Province)))
            .Select(c => AuditChain.KeyOf(c.Body, c.Province))
            .ToList();
        var (events, total) = await search.Find(
            new AuditQuestion(ask.Filter("what"), Page: ask.Page, PageSize: PageSize),
            chains,
            HttpContext.RequestAborted
        );
        Table = TableView.Of("", "audit.list", ask, columns, events, total) with
        {
            Downloads = false,
        };
    }
}

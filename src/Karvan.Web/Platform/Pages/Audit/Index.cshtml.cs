using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;

namespace Karvan.Web.Platform.Pages.Audit;

/// <summary>Looks through everything that happened, in the bodies and provinces somebody may audit.</summary>
[Asks(nameof(PlatformActs.ReadAudit))]
public sealed class EventListModel(AuditSearch search, TextBook book, PageTexts words) : KarvanPage
{
    private const int PageSize = 50;
    private const string At = "at";
    private const string What = "what";
    private const string Words = "words";

    public TableView Table { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, At, PageSize);
        var (events, total) = await search.Find(
            new AuditQuery(
                ask.Filter(Words),
                EventTexts.KindsWith(ask.Filter(Words), book, words),
                ask.Filter(What),
                ask.FirstDay(At),
                ask.LastDay(At),
                ask.Page,
                PageSize
            ),
            ReadableChains.Of(Actor),
            HttpContext.RequestAborted
        );
        Table = TableView.Of("", "audit.list", ask, columns, events, total) with
        {
            Downloads = false,
        };
    }

    private Column<AuditEvent>[] Columns() =>
        [
            new(
                At,
                "audit.at",
                e =>
                    Cell.Said(words.Moment(new DateTimeOffset(e.At, TimeSpan.Zero))) with
                    {
                        Href = Links.Audit.Event(e.Id),
                    }
            )
            {
                Filter = ColumnFilter.Days,
            },
            new(What, "audit.what", e => Cell.Said(EventTexts.Kind(e.Kind, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. EventTexts.Kinds(book, words).Select(k => new FieldChoice(k.Kind, k.Words)),
                ],
            },
            new(Words, "audit.author", e => Cell.Said(EventTexts.Author(e, words)))
            {
                Filter = ColumnFilter.Text,
                FilterTitleKey = "audit.who",
            },
            new(
                "subject",
                "audit.subject",
                e =>
                    Cell.Said(EventTexts.Subject(e, words)) with
                    {
                        Href = SubjectLink.To(e.SubjectKind, e.SubjectId, e.EnterpriseId),
                    }
            ),
            new("chain", "audit.chain", e => Cell.Said(EventTexts.Chain(e.Chain, words))),
            new("number", "audit.number", e => Cell.Number(e.Number)) { Numeric = true },
            new("hash", "audit.hash", e => Cell.Code(e.Hash[..12])),
        ];
}

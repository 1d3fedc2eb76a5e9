using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Searching;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;

namespace Karvan.Web.Platform.Pages.Audit;

/// <summary>Looks through everything that happened, in the bodies and provinces somebody may audit.</summary>
[Asks(nameof(PlatformActs.ReadAudit))]
public sealed class EventListModel(AuditSearch search, TextBook book, PageTexts words)
    : ListPage<AuditEvent>(words)
{
    private const string At = "at";
    private const string What = "what";
    private const string Words = "words";

    protected override ValueTask<ListTable<AuditEvent>> Describe() =>
        new(
            new ListTable<AuditEvent>("audit.list", "", At, Columns())
            {
                PageSize = 50,
                Downloads = false,
            }
        );

    protected override ValueTask<FoundRows<AuditEvent>> Rows(
        ListTable<AuditEvent> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new AuditQuery(
                    ask.Filter(Words),
                    EventTexts.KindsWith(ask.Filter(Words), book, W),
                    ask.Filter(What),
                    ask.FirstDay(At),
                    ask.LastDay(At)
                ),
                ReadableChains.Of(Actor)
            )
        );

    private Column<AuditEvent>[] Columns() =>
        [
            new(
                At,
                "audit.at",
                e =>
                    Cell.Said(W.Moment(new DateTimeOffset(e.At, TimeSpan.Zero))) with
                    {
                        Href = Links.Audit.Event(e.Id),
                    }
            )
            {
                Filter = ColumnFilter.Days,
            },
            new(What, "audit.what", e => Cell.Said(EventTexts.Kind(e.Kind, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. EventTexts.Kinds(book, W).Select(k => new FieldChoice(k.Kind, k.Words)),
                ],
            },
            new(Words, "audit.author", e => Cell.Said(EventTexts.Author(e, W)))
            {
                Filter = ColumnFilter.Text,
                FilterTitleKey = "audit.who",
            },
            new(
                "subject",
                "audit.subject",
                e =>
                    Cell.Said(EventTexts.Subject(e, W)) with
                    {
                        Href = SubjectLink.To(e.SubjectKind, e.SubjectId, e.EnterpriseId),
                    }
            ),
            new("chain", "audit.chain", e => Cell.Said(EventTexts.Chain(e.Chain, W))),
            new("number", "audit.number", e => Cell.Number(e.Number)) { Numeric = true },
            new("hash", "audit.hash", e => Cell.Code(e.Hash[..12])),
        ];
}

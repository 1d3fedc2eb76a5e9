using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
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
public sealed class EventListModel(
    AuditSearch search,
    EventSubjects subjects,
    TextBook book,
    PageTexts words
) : ListPage<NamedEvent>(words)
{
    private const string At = "at";
    private const string What = "what";
    private const string Words = "words";

    protected override ValueTask<ListTable<NamedEvent>> Describe() =>
        new(
            new ListTable<NamedEvent>("audit.list", "", At, Columns())
            {
                PageSize = 50,
                Downloads = false,
            }
        );

    protected override async ValueTask<FoundRows<NamedEvent>> Rows(
        ListTable<NamedEvent> list,
        TableAsk ask
    ) =>
        subjects.Named(
            search.Rows(
                new AuditQuery(
                    ask.Filter(Words),
                    EventTexts.KindsWith(ask.Filter(Words), book, W),
                    ask.Filter(What),
                    ask.FirstDay(At),
                    ask.LastDay(At)
                )
                {
                    Subjects = await subjects.Sought(ask.Filter(Words), Cancellation),
                },
                ReadableChains.Of(Actor)
            ),
            Actor
        );

    private Column<NamedEvent>[] Columns() =>
        [
            new(
                At,
                "audit.at",
                e =>
                    Cell.Said(W.Moment(new DateTimeOffset(e.Event.At, TimeSpan.Zero))) with
                    {
                        Href = Links.Audit.Event(e.Event.Id),
                    }
            )
            {
                Filter = ColumnFilter.Days,
            },
            new(What, "audit.what", e => Cell.Said(EventTexts.Kind(e.Event.Kind, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. EventTexts.Kinds(book, W).Select(k => new FieldChoice(k.Kind, k.Words)),
                ],
            },
            new(Words, "audit.author", e => Cell.Said(EventTexts.Author(e.Event, W)))
            {
                Filter = ColumnFilter.Text,
                FilterTitleKey = "audit.who",
            },
            new(
                "subject",
                "audit.subject",
                e =>
                    Cell.Said(e.Subject) with
                    {
                        Href = SubjectLink.To(
                            e.Event.SubjectKind,
                            e.Event.SubjectId,
                            e.Event.EnterpriseId
                        ),
                    }
            ),
            new("chain", "audit.chain", e => Cell.Said(EventTexts.Chain(e.Event.Chain, W))),
        ];
}

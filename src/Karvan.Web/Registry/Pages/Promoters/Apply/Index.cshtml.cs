using Karvan.Platform.Conversations;
using Karvan.Platform.People;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>
/// One's own application: where it stands, and what is to be filled in. The trail of the record is not shown here: it
/// speaks of interviews, which are the bodies' own.
/// </summary>
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyStartModel(PromoterFile file, Questions questions, PageTexts words)
    : KarvanPage
{
    private static readonly (ApplicationPart Part, string Key, string Href)[] Pages =
    [
        (ApplicationPart.About, "promoter-apply.about", Links.Promoters.Apply.About),
        (ApplicationPart.Fields, "promoter-apply.fields", Links.Promoters.Apply.Fields),
        (ApplicationPart.Languages, "promoter-apply.languages", Links.Promoters.Apply.Languages),
        (ApplicationPart.Experience, "promoter-apply.experience", Links.Promoters.Apply.Experience),
        (ApplicationPart.Education, "promoter-apply.education", Links.Promoters.Apply.Education),
        (ApplicationPart.Contact, "promoter-apply.contact", Links.Promoters.Apply.Contact),
    ];

    public Promoter? Own { get; private set; }

    /// <summary>What was asked about it, and answered.</summary>
    public Conversation Asked { get; private set; } = new([]);

    public TaskList Tasks { get; private set; } = null!;

    /// <summary>Where a part of the application is filled in.</summary>
    public static string LinkOf(ApplicationPart part) => Pages.Single(p => p.Part == part).Href;

    /// <summary>The same for who comes from the page of checking, and goes back there once it is saved.</summary>
    public static string ChangeOf(ApplicationPart part) => LinkOf(part).With("then", ThenCheck);

    /// <summary>What the address of a part says so by.</summary>
    public const string ThenCheck = "check";

    public async Task OnGetAsync()
    {
        Own = await file.OwnOf(Person, HttpContext.RequestAborted);
        if (Own is not null)
        {
            Asked = ConversationTexts.Of(
                await questions.Of(Own.Subject, HttpContext.RequestAborted)
            );
        }
        Tasks = new TaskList([
            new TaskGroup(words["promoter-apply.answers"], [.. Pages.Select(Entry)]),
            new TaskGroup(words["promoter-apply.sending"], [Sending()]),
        ]);
    }

    private TaskEntry Entry((ApplicationPart Part, string Key, string Href) page)
    {
        var open = Own is null || Own.IsClosed || Own.IsOpen(page.Part);
        return new TaskEntry(
            words[page.Key],
            open ? page.Href : null,
            Own is null ? TaskState.NotStarted
                : ApplicationGaps.Of(Own).Any(g => g.Part == page.Part) ? TaskState.Missing
                : TaskState.Complete
        );
    }

    private TaskEntry Sending()
    {
        var title = words["promoter-apply.check"];
        if (Own is null || Own.IsClosed)
        {
            return new TaskEntry(title, null, TaskState.Blocked, words["promoter-apply.first"]);
        }
        if (Own.State is not (PromoterState.Draft or PromoterState.Asked))
        {
            return new TaskEntry(title, Links.Promoters.Apply.Check, TaskState.Complete);
        }
        var gaps = ApplicationGaps.Of(Own).Count;
        return new TaskEntry(
            title,
            Links.Promoters.Apply.Check,
            gaps == 0 ? TaskState.NotStarted : TaskState.Blocked,
            gaps == 0 ? null : words["promoter-apply.gaps", ("count", gaps)]
        );
    }
}

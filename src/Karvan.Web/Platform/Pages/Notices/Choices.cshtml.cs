using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Notices;

/// <summary>How somebody wants to be told, topic by topic.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
public sealed class NoticeChoicesModel(ChooseNotices choose, EditAccount account) : KarvanPage
{
    /// <summary>What modules tell people of and leave to them.</summary>
    internal static IReadOnlyList<string> Topics { get; } =
    [
        .. ModuleCatalog
            .All.SelectMany(m => m.Notices)
            .Where(k => k is { IsFixed: false, IsSealed: false })
            .Select(k => k.Topic)
            .Distinct(StringComparer.Ordinal),
    ];

    [BindProperty]
    public List<TopicForm> Choices { get; set; } = [];

    public bool Saved { get; private set; }

    public string Email { get; private set; } = "";

    public bool HasPhone { get; private set; }

    public Task OnGetAsync(bool saved)
    {
        Saved = saved;
        return Fill();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await Fill();
            return Page();
        }
        await choose.Run(
            Person,
            [
                .. Choices
                    .Where(c => Topics.Contains(c.Topic, StringComparer.Ordinal))
                    .DistinctBy(c => c.Topic, StringComparer.Ordinal)
                    .Select(c => new TopicChoice(c.Topic!, c.Mail, c.Sms)),
            ],
            HttpContext.RequestAborted
        );
        return Redirect(Links.Notices.Choices.With("saved", "true"));
    }

    private async Task Fill()
    {
        var person = await account.Find(Person);
        (Email, HasPhone) = (person.Email!, person.PhoneNumber is { Length: > 0 });
        Choices =
        [
            .. (await choose.Of(Person, Topics, HttpContext.RequestAborted)).Select(
                c => new TopicForm
                {
                    Topic = c.Topic,
                    Mail = c.Mail,
                    Sms = c.Sms,
                }
            ),
        ];
    }
}

public sealed class TopicForm
{
    public string? Topic { get; set; }

    public MailPace Mail { get; set; }

    public bool Sms { get; set; }
}

using Karvan.Platform.Conversations;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Where a firm answers what its expert asked: the question, and a reply with a file.</summary>
[Asks(nameof(RegistryActs.AnswerQuestion))]
[TakesFiles]
public sealed class AnswerModel(
    EnterpriseCard card,
    Questions questions,
    AnswerQuestion answer,
    FileLimits limits
) : EnterprisePage(card)
{
    public Conversation Asked { get; private set; } = new([]);

    public bool IsOpen => Firm.State is VerificationState.Asked;

    [BindProperty, KeptIn<Question>]
    public string? Answer { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var answered = await answer.Run(id, version, Answer, file, HttpContext.RequestAborted);
        if (answered.Refused is not { } refusal)
        {
            return Redirect(Links.Enterprises.Details(id).With("done", "answered"));
        }
        if (refusal is EnterpriseRefusal.NoticeInfected)
        {
            ModelState.AddModelError(nameof(File), FileTexts.Reason(FileRefusal.Infected, limits));
        }
        else
        {
            ModelState.AddModelError(nameof(Answer), $"enterprise.refused.{refusal}");
        }
        return Page();
    }

    protected override async Task<IActionResult?> Open()
    {
        Asked = ConversationTexts.Of(await questions.Of(Firm.Subject, Cancellation));
        return null;
    }
}

using Karvan.Consortia;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>One membership: it ends with a day, or is taken off the record with a reason.</summary>
[Asks(nameof(ConsortiaActs.RecordConsortium))]
public sealed class ConsortiumMemberModel(
    EndMembership end,
    RemoveMember remove,
    ConsortiumSearch search
) : ConsortiumPage(search)
{
    private readonly ConsortiumSearch search = search;

    public ConsortiumMember Member { get; private set; } = null!;

    public string Name { get; private set; } = "";

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty, Field("reference.reason", Longest = Lengths.Text, Rows = 2)]
    public string? Reason { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid member)
    {
        if (!SolarDate.TryParse(Last, out var last))
        {
            ModelState.AddModelError(nameof(Last), "field.date");
            return Page();
        }
        var done = await end.Run(id, member, last, HttpContext.RequestAborted);
        return Answer(id, done.Refused, nameof(Last));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid member)
    {
        if (!IsRight(nameof(Reason)))
        {
            return Page();
        }
        var done = await remove.Run(id, member, Reason, HttpContext.RequestAborted);
        return Answer(id, done.Refused, nameof(Reason));
    }

    private IActionResult Answer(Guid id, ConsortiumRefusal? refused, string field)
    {
        if (refused is null)
        {
            return Redirect(Links.Consortia.Details(id));
        }
        ModelState.AddModelError(field, $"consortium.refused.{refused}");
        return Page();
    }

    protected override async Task<IActionResult?> Open()
    {
        var member = RouteData.Values["member"]?.ToString();
        if (Consortium.Members.FirstOrDefault(m => $"{m.Id}" == member) is not { } found)
        {
            return NotFound();
        }
        Member = found;
        var names = await search.Names([found.EnterpriseId], Cancellation);
        Name = names[found.EnterpriseId].NameFa;
        return null;
    }
}

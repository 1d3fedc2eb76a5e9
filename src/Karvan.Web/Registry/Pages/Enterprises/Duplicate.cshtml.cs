using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Two likely twins side by side: they are told apart here, or one of them is merged into the other.</summary>
[Asks(nameof(RegistryActs.SucceedEnterprise))]
public sealed class EnterpriseDuplicateModel(DuplicateSearch search, TellDuplicatesApart tellApart)
    : RecordPage<DuplicatePair>
{
    public DuplicatePair Pair => Record;

    [BindProperty, KeptIn<LikelyDuplicate>]
    public string? Remark { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = await tellApart.Run(id, version, Remark, HttpContext.RequestAborted);
        if (refused is { } reason)
        {
            ModelState.AddModelError(nameof(Remark), $"twins.refused.{reason}");
            return Page();
        }
        return Redirect(Links.Enterprises.Duplicates);
    }

    protected override Task<DuplicatePair?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(DuplicatePair record) =>
        [record.First.Subject, record.Second.Subject];
}

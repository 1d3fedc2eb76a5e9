using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Platform.Pages.Gallery;

/// <summary>Every part in every state; also what the checks of the look open.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class GalleryModel(PageTexts words) : PageModel
{
    [BindProperty]
    public SampleForm Input { get; set; } = new();

    /// <summary>Never bound: the same form with an error on every field.</summary>
    public SampleForm Wrong { get; } =
        new()
        {
            LegalId = "123",
            Mail = "name@",
            Value = "12x",
            Day = "1402/13/40",
        };

    public SampleForm Closed { get; } =
        new()
        {
            Name = "بافندگی دانا",
            LegalId = "10100000001",
            Province = "yazd",
            Size = "small",
            Day = "1402/07/05",
        };

    public Samples Samples { get; } = new(words);

    public TableView Firms { get; private set; } = null!;

    public TableView Nothing { get; private set; } = null!;

    public string? Sent { get; private set; }

    public IActionResult OnGet(string? sent)
    {
        Sent = sent;
        var firms = new SampleFirms(words);
        var ask = TableAsk.Of(Request, firms.Columns, sort: "-value", pageSize: 8, id: "firms");
        if (ask.Download is { } format)
        {
            return new TableFile<SampleFirm>(format, "firms", firms.Columns, firms.AllAsync(ask));
        }
        Show(firms, ask);
        return Page();
    }

    public IActionResult OnPost()
    {
        if (!string.IsNullOrEmpty(Input.Day) && !SolarDate.TryParse(Input.Day, out _))
        {
            ModelState.AddModelError("Input.Day", "field.date");
        }
        if (ModelState.IsValid)
        {
            return RedirectToPage(new { sent = Input.Name + "|" + Input.Day });
        }
        var firms = new SampleFirms(words);
        Show(firms, TableAsk.Of(Request, firms.Columns, sort: "-value", pageSize: 8, id: "firms"));
        return Page();
    }

    /// <summary>As a page answers whose record changed meanwhile.</summary>
    public IActionResult OnPostStale() => Samples.Stale.Result(this);

    private void Show(SampleFirms firms, TableAsk ask)
    {
        Firms = firms.View(ask);
        Nothing = TableView.Of("empty", "parts.table-empty", ask, firms.Columns, [], 0);
        foreach (var (field, reason) in SampleForm.Faults)
        {
            ModelState.AddModelError("Wrong." + field, reason);
        }
    }
}

public sealed class SampleForm
{
    public static IReadOnlyList<(string Field, string Reason)> Faults { get; } =
    [
        ("Name", "field.required"),
        ("LegalId", "field.exact|max=11"),
        ("Mail", "field.email"),
        ("Value", "field.number"),
        ("Province", "field.required"),
        ("About", "field.too-short|min=50"),
        ("Size", "field.required"),
        ("Markets", "field.required"),
        ("Day", "field.date"),
        ("File", "field.required"),
        ("Agree", "field.required"),
    ];

    [Required, StringLength(100)]
    public string? Name { get; set; }

    [Required, StringLength(11, MinimumLength = 11)]
    public string? LegalId { get; set; }

    [EmailAddress, StringLength(100)]
    public string? Mail { get; set; }

    [StringLength(20)]
    public string? Value { get; set; }

    [Required]
    public string? Province { get; set; }

    [StringLength(1000)]
    public string? About { get; set; }

    [Required]
    public string? Size { get; set; }

    public List<string> Markets { get; init; } = [];

    [Required]
    public string? Day { get; set; }

    public IFormFile? File { get; set; }

    public bool Agree { get; set; }
}

using Karvan.Platform.Audit;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>Reads and saves one page of one's own application; nobody else's can be named.</summary>
public sealed class SectionDesk(
    PromoterFile file,
    SaveApplication save,
    AuditTrail trail,
    PageTexts words
)
{
    public PromoterFile File => file;

    public SaveApplication Save => save;

    public AuditTrail Trail => trail;

    public PageTexts Words => words;
}

/// <summary>One page of the application: shown as saved, saved as typed, and over a newer version both are shown.</summary>
public abstract class SectionPage<TForm>(SectionDesk desk) : KarvanPage
    where TForm : SectionForm, new()
{
    private const string Home = Links.Promoters.Apply.Index;

    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>Null where there is no application yet.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Where one goes on once it is saved: back to the check, for who came from there.</summary>
    [FromQuery(Name = "then")]
    public string? Then { get; set; }

    private string Next => Then == ApplyStartModel.ThenCheck ? Links.Promoters.Apply.Check : Home;

    public async Task<IActionResult> OnGetAsync()
    {
        var own = await desk.File.OwnOf(Person, HttpContext.RequestAborted);
        if (own is { IsClosed: false } && !own.IsOpen(Form.Part))
        {
            return Redirect(Home);
        }
        Form.Fill(Saved(own));
        Version = VersionOf(own);
        return Page();
    }

    /// <param name="more">Pressed to get more rows: saved, and open again.</param>
    public async Task<IActionResult> OnPostAsync(string? more)
    {
        if (!ModelState.IsValid || Form.Read(ModelState, nameof(Form)) is not { } section)
        {
            return Page();
        }
        var done = await desk.Save.Run(
            Person,
            Actor.Name,
            Version,
            section,
            HttpContext.RequestAborted
        );
        if (done.Done)
        {
            return Redirect(more is null ? Next : Request.Path.Value!.With("then", Then));
        }
        if (done.Refused is PromoterRefusal.Stale)
        {
            return await BothVersions();
        }
        return Refuse(
            done.Reasons,
            r => $"{nameof(Form)}.{Form.FieldOf(r)}",
            r => $"promoter.refused.{r}"
        );
    }

    private static int? VersionOf(Promoter? own) => own is { IsClosed: false } ? own.Version : null;

    private PromoterSection Saved(Promoter? own) =>
        (own ?? Promoter.Begin(Person, Actor.Name, DateTime.UnixEpoch)).Section(Form.Part);

    private async Task<IActionResult> BothVersions()
    {
        var own = await desk.File.OwnOf(Person, HttpContext.RequestAborted);
        var newer = new TForm();
        newer.Fill(Saved(own));
        var last = own is null
            ? null
            : (await desk.Trail.Of(own.Subject, HttpContext.RequestAborted)).FirstOrDefault();
        var edit = StaleFields.Of(
            this,
            nameof(Form),
            (last?.AuthorName ?? Actor.Name, last?.At ?? own?.BegunAt ?? DateTime.UnixEpoch),
            VersionOf(own),
            Form,
            newer,
            desk.Words
        );
        return edit.Different.Count == 0 ? Redirect(Next) : edit.Result(this);
    }
}

using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Fields;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>The countries of a list as they are ticked and chosen.</summary>
public sealed class ListRow
{
    public string List { get; set; } = "";

    [Field("rulebook-draft.stays")]
    public List<string> Stays { get; set; } = [];

    [Field("rulebook-draft.added", Longest = Lengths.Code)]
    public string? First { get; set; }

    [Field("rulebook-draft.added", Longest = Lengths.Code)]
    public string? Second { get; set; }

    [Field("rulebook-draft.added", Longest = Lengths.Code)]
    public string? Third { get; set; }

    internal IEnumerable<string> Countries =>
        Stays.Concat(new[] { First, Second, Third }.OfType<string>().Where(c => c.Length > 0));
}

/// <summary>Countries come into the lists of a draft and leave them; how many there are is what the list says (R2.1).</summary>
[Asks(nameof(EvaluationActs.DraftRulebook))]
public sealed class RulebookDraftListsModel(
    RulebookDraftSearch search,
    EditRulebookDraft edit,
    PageTexts words
) : DraftingPage(search)
{
    [BindProperty]
    public List<ListRow> Rows { get; set; } = [];

    public IReadOnlyList<CountryList> Lists { get; private set; } = [];

    public void OnGet() =>
        (Version, Rows) = (
            Draft.Version,
            [.. Lists.Select(l => new ListRow { List = l.Id, Stays = [.. l.Countries] })]
        );

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (
            !Rows.Select(r => r.List).SequenceEqual(Lists.Select(l => l.Id), StringComparer.Ordinal)
        )
        {
            OnGet();
            ModelState.Clear();
            return Refuse(
                [RulebookDraftRefusal.Stale],
                _ => "",
                r => $"rulebook-draft.refused.{r}"
            );
        }
        var done = await edit.Run(
            id,
            Version,
            RulebookPart.Lists,
            text => Rows.Aggregate(text, (t, r) => t.Countries(r.List, [.. r.Countries])),
            Cancellation
        );
        return done.Done ? Redirect(Links.RulebookDrafts.Details(id)) : Refused(done, FieldOf);
    }

    public IReadOnlyList<FieldChoice> CountriesOf(CountryList list) =>
        [
            .. PlaceNames
                .Countries(words)
                .Where(c => list.Countries.Contains(c.Value, StringComparer.Ordinal)),
        ];

    public IReadOnlyList<FieldChoice> Others(CountryList list) =>
        [
            .. PlaceNames
                .Countries(words)
                .Where(c => !list.Countries.Contains(c.Value, StringComparer.Ordinal)),
        ];

    protected override Task<IActionResult?> Open()
    {
        Lists = [.. Draft.Loaded().Lists.Values];
        return base.Open();
    }

    private string FieldOf(string key)
    {
        var at = Rows.FindIndex(r => key.StartsWith($"lists.{r.List}.", StringComparison.Ordinal));
        return at < 0 ? "" : $"{nameof(Rows)}[{at}].{nameof(ListRow.Stays)}";
    }
}

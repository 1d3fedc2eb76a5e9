using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Karvan.Web.Modules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Search;

/// <summary>The search over everything: a few records of each kind that hold the words, what is known by exactly them first.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class SearchModel(IEnumerable<IFindRecords> finders) : KarvanPage
{
    /// <summary>As it was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Typed { get; set; }

    /// <summary>Null where too little was typed to look for.</summary>
    public SoughtWords? Sought { get; private set; }

    public IReadOnlyList<FoundRecords> Found { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Sought = SoughtWords.Of(Typed);
        if (Sought is null)
        {
            return;
        }
        var found = new List<FoundRecords>();
        foreach (var finder in finders)
        {
            if (await finder.Find(Actor, Sought, HttpContext.RequestAborted) is { } some)
            {
                found.Add(some);
            }
        }
        Found = [.. found.OrderByDescending(f => f.IsExact)];
    }
}

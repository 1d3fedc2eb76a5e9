using Karvan.Platform.Searching;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Authorization;

/// <summary>A page that is a list: it says what its table is and where the rows come from.</summary>
public abstract class ListPage<TRow>(PageTexts words) : KarvanPage
{
    public TableView Table { get; private set; } = null!;

    protected PageTexts W => words;

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>The columns of the table, its caption, its usual order.</summary>
    protected abstract ValueTask<ListTable<TRow>> Describe();

    /// <summary>What is found of that which is asked for.</summary>
    protected abstract ValueTask<FoundRows<TRow>> Rows(ListTable<TRow> list, TableAsk ask);

    /// <summary>What the page shows beside its table; not asked for a file.</summary>
    protected virtual Task Beside() => Task.CompletedTask;

    /// <summary>The page, or the file that is asked for in its place.</summary>
    protected async Task<IActionResult> Show()
    {
        var list = await Describe();
        var ask = list.Ask(Request);
        var rows = await Rows(list, ask);
        if (list.Download(ask, rows) is { } file)
        {
            return file;
        }
        Table = await list.View(ask, rows, Cancellation);
        await Beside();
        return Page();
    }
}

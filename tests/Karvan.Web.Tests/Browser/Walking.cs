using Microsoft.Playwright;

namespace Karvan.Web.Tests.Browser;

/// <summary>Going from page to page as a person does.</summary>
internal static class Walking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Clicks what leads to another page and waits until that page is there: a click alone returns as soon as it is made,
    /// and what is counted then may still be the page before.
    /// </summary>
    public static async Task Go(this ILocator place)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived(object? sender, IPage page) => there.TrySetResult();
        place.Page.DOMContentLoaded += Arrived;
        try
        {
            await place.ClickAsync();
            await there.Task.WaitAsync(Patience);
        }
        finally
        {
            place.Page.DOMContentLoaded -= Arrived;
        }
    }
}

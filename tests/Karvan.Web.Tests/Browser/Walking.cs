using Microsoft.Playwright;

namespace Karvan.Web.Tests.Browser;

/// <summary>Going from page to page as a person does.</summary>
internal static class Walking
{
    /// <summary>Far longer than any page takes on a machine that runs everything at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Clicks what leads to another page and waits until that page is there with its looks: a click alone returns as soon
    /// as it is made, what is counted then may still be the page before, and what is clicked before the looks are there moves
    /// away from under the pointer.
    /// </summary>
    public static async Task Go(this ILocator place)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived(object? sender, IPage page) => there.TrySetResult();
        await place.Page.WaitForLoadStateAsync(LoadState.Load);
        place.Page.Load += Arrived;
        try
        {
            await place.ClickAsync();
            await there.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{place} at {place.Page.Url}: {late.Message}", late);
        }
        finally
        {
            place.Page.Load -= Arrived;
        }
    }

    /// <summary>Chooses a small PDF where the page asks for a file.</summary>
    public static Task Show(this IPage page, string name) =>
        page.Locator("input[type='file']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/pdf",
                    Buffer =
                    [
                        .. "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8,
                    ],
                }
            );
}

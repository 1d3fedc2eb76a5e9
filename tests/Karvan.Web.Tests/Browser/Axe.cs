using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Karvan.Web.Tests.Browser;

/// <summary>
/// What axe finds in an open page. Asked for violations alone and in the page itself: the report of everything that is
/// right, put together in a second page, takes several times as long as the search.
/// </summary>
internal static class Axe
{
    private const string Search = """
        async ({ frame }) => {
            const around = frame ? [] : [".k-header", ".k-footer"];
            const { violations } = await axe.run({ exclude: around }, {
                resultTypes: ["violations"],
            });
            return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every page of the visitor has axe from then on: sent once, and not to each page anew.</summary>
    public static Task Bring(IBrowserContext visitor) => visitor.AddInitScriptAsync(Script);

    /// <param name="page">Of a visitor to whom axe was brought.</param>
    /// <param name="frame">What stands around every page too: half of the elements of most pages, the same on each.</param>
    /// <returns>A rule's id and the element, for each element that breaks one.</returns>
    public static Task<string[]> Find(IPage page, bool frame = true) =>
        page.EvaluateAsync<string[]>(Search, new { frame });
}

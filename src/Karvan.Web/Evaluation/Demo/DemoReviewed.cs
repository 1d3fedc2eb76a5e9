using Karvan.Evaluation.Campaigns;
using Karvan.Texts;
using Karvan.Web.Registry.Demo;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>A campaign of one province whose filing is over: reviewed by one reviewer each, and computed once.</summary>
internal sealed class DemoReviewed(DemoRun run, IRulebooks rulebooks) : IDemoPart
{
    private const int Firms = 5;
    private const int DaysBack = 30;

    public int Place => 92;

    public Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var book = rulebooks.All[0];
        return run.Of(
            basis,
            (
                $"انتخاب صادرکنندگان برگزیدهٔ کرمان، {Language.Persian.Year(book.Year)}",
                $"Exemplary exporters of Kerman, {book.Year}"
            ),
            Firms,
            left: 1,
            DaysBack,
            cancellation
        );
    }
}

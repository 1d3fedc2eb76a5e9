using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Registry.Demo;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>A campaign that firms file in, over three provinces, and the draft of another for one province.</summary>
internal sealed class DemoCampaigns(
    DraftCampaign draft,
    SetCampaignDays days,
    SetCampaignPlaces places,
    MoveCampaign move,
    IRulebooks rulebooks,
    TimeProvider clock
) : IDemoPart
{
    /// <summary>Days from today of each day of the calendar, in its order.</summary>
    private static readonly int[] Apart = [-10, 25, 40, 60, 68, 75, 96];

    private static readonly ProvincePlaces[] Three =
    [
        new("00", 5, 3),
        new("08", 4, 2),
        new("23", 8, 4),
    ];

    public int Place => 90;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var book = rulebooks.All[0];
        var year = Language.Persian.Year(book.Year);
        var open = await Draft(
            $"انتخاب صادرکنندگان برگزیدهٔ سه استان، {year}",
            $"Exemplary exporters of three provinces, {book.Year}",
            null,
            RankedWithin.Province,
            cancellation
        );
        await places.Run(open, 0, Three, cancellation);
        await days.Run(open, 1, Calendar(), cancellation: cancellation);
        await move.Run(open, 2, CampaignMoves.Call, cancellation: cancellation);
        await Draft(
            $"انتخاب صادرکنندگان برگزیدهٔ استان مرکزی، {year}",
            $"Exemplary exporters of Markazi, {book.Year}",
            "00",
            RankedWithin.ProvinceAndGroup,
            cancellation
        );
    }

    private async Task<Guid> Draft(
        string nameFa,
        string nameEn,
        string? province,
        RankedWithin within,
        CancellationToken cancellation
    ) =>
        (
            await draft.Run(
                new CampaignProfile(
                    nameFa,
                    nameEn,
                    province,
                    IRulebooks.Pin(rulebooks.All[0]),
                    within,
                    ReviewMode.Two
                ),
                cancellation
            )
        ).Value;

    private CampaignCalendar Calendar()
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return new CampaignCalendar
        {
            FilingOpens = today.AddDays(Apart[0]),
            FilingEnds = today.AddDays(Apart[1]),
            AnswersEnd = today.AddDays(Apart[2]),
            ReviewEnds = today.AddDays(Apart[3]),
            CommitteeMeets = today.AddDays(Apart[4]),
            EmbargoEnds = today.AddDays(Apart[5]),
            ObjectionsEnd = today.AddDays(Apart[6]),
        };
    }
}

using Karvan.Evaluation.Committee;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Evaluation.Pages.Cards;

/// <summary>Score cards in words.</summary>
internal static class CardTexts
{
    public static Status Of(FinalStanding standing) =>
        new(
            $"score-card.standing.{standing}",
            standing switch
            {
                FinalStanding.Winner => StatusKind.Good,
                FinalStanding.Reserve => StatusKind.Now,
                FinalStanding.Removed or FinalStanding.NotEligible => StatusKind.Bad,
                FinalStanding.AwaitingCompliance => StatusKind.Going,
                _ => StatusKind.Quiet,
            }
        );
}

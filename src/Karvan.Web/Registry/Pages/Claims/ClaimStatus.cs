using Karvan.Registry.Claims;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Registry.Pages.Claims;

/// <summary>The state of a claim as a mark.</summary>
internal static class ClaimStatus
{
    public static Status Of(ClaimState state) =>
        new(
            $"claim.state.{state}",
            state switch
            {
                ClaimState.Waiting => StatusKind.Now,
                ClaimState.Refused => StatusKind.Bad,
                _ => StatusKind.Good,
            }
        );
}

using Karvan.Registry.Firms;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>The state of a registration as a mark.</summary>
internal static class EnterpriseStatus
{
    /// <summary>Of a firm that another one has taken over.</summary>
    public static readonly Status Merged = new("enterprise.merged", StatusKind.Quiet);

    public static Status Of(VerificationState state) =>
        new(
            $"enterprise.state.{state}",
            state switch
            {
                VerificationState.Waiting => StatusKind.Now,
                VerificationState.Asked => StatusKind.Going,
                VerificationState.Verified => StatusKind.Good,
                _ => StatusKind.Bad,
            }
        );
}

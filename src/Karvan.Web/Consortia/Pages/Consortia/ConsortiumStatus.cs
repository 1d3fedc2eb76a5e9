using Karvan.Consortia;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>The state of a consortium as a mark.</summary>
internal static class ConsortiumStatus
{
    public static Status Of(ConsortiumState state) =>
        new(
            $"consortium.state.{state}",
            state is ConsortiumState.Registered ? StatusKind.Good : StatusKind.Quiet
        );
}

using Karvan.Registry.Certificates;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>The state of a certificate as a mark; of an accepted one, whether it is in force on a day.</summary>
internal static class EraStatus
{
    public static Status Of(EraCertificate certificate, DateOnly today) =>
        Of(certificate.State, certificate.IssuedOn, certificate.ExpiresOn, today);

    public static Status Of(EraCertificateRow row, DateOnly today) =>
        Of(row.State, row.IssuedOn, row.ExpiresOn, today);

    private static Status Of(
        EraCertificateState state,
        DateOnly from,
        DateOnly to,
        DateOnly today
    ) =>
        state switch
        {
            EraCertificateState.Waiting => new Status($"era.state.{state}", StatusKind.Now),
            EraCertificateState.Refused => new Status($"era.state.{state}", StatusKind.Bad),
            _ when today < from => new Status("era.not-yet", StatusKind.Going),
            _ when today > to => new Status("era.ended", StatusKind.Bad),
            _ => new Status("era.in-force", StatusKind.Good),
        };
}

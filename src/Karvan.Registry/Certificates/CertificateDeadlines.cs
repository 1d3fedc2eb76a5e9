using Karvan.Platform.Deadlines;

namespace Karvan.Registry.Certificates;

/// <summary>Days on which certificates end.</summary>
public static class CertificateDeadlines
{
    /// <summary>The last day on which an ERA certificate exempts its firm (G1.d).</summary>
    public static readonly DeadlineKind EraCertificateExpires = new(
        "era-certificate-expires",
        (db, first, last) =>
            db
                .EraCertificates.Where(c =>
                    c.State == EraCertificateState.Accepted
                    && c.ExpiresOn >= first
                    && c.ExpiresOn <= last
                )
                .Select(c => new Deadline(
                    c.ExpiresOn,
                    nameof(EraCertificate),
                    c.Id,
                    c.EnterpriseId,
                    c.Number
                ))
    );
}

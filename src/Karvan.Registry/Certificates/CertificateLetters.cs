using Karvan.Platform.Accounts;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>What a firm is told about a certificate: its <c>number</c>, and the expert's <c>remark</c>.</summary>
public static class CertificateNotices
{
    public static readonly NoticeKind Accepted = new("certificate-letter.Accepted");
    public static readonly NoticeKind Refused = new("certificate-letter.Refused");
}

/// <summary>What an expert decides about a certificate reaches everybody who acts for its firm.</summary>
public sealed class CertificateLetters(KarvanContext db, PostNotice notice)
    : IReact<EraCertificateAccepted>,
        IReact<EraCertificateRefused>
{
    public Task React(EraCertificateAccepted happened, CancellationToken cancellation) =>
        Tell(happened.Subject, CertificateNotices.Accepted, cancellation);

    public Task React(EraCertificateRefused happened, CancellationToken cancellation) =>
        Tell(happened.Subject, CertificateNotices.Refused, cancellation);

    private async Task Tell(Subject subject, NoticeKind kind, CancellationToken cancellation)
    {
        var certificate =
            await db.EraCertificates.FindAsync([subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{subject} was decided and is no certificate.");
        var readers = await db.PeopleOf(certificate.EnterpriseId, claims: false, cancellation);
        foreach (var reader in readers)
        {
            notice.To(
                reader,
                kind,
                ("number", certificate.Number),
                ("remark", certificate.Remark),
                ("subject", subject)
            );
        }
    }
}

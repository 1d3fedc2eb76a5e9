using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>What an expert decides about a registration reaches everybody who acts for the firm, or says so.</summary>
public sealed class FirmPeopleAreWrittenTo(KarvanContext db, PostNotice notice)
    : IReact<EnterpriseVerified>,
        IReact<EnterpriseAsked>,
        IReact<EnterpriseRefused>
{
    public Task React(EnterpriseVerified happened, CancellationToken cancellation) =>
        Tell(happened.Subject, FirmNotices.Verified, cancellation);

    public Task React(EnterpriseAsked happened, CancellationToken cancellation) =>
        Tell(happened.Subject, FirmNotices.Asked, cancellation);

    public Task React(EnterpriseRefused happened, CancellationToken cancellation) =>
        Tell(happened.Subject, FirmNotices.Refused, cancellation);

    private async Task Tell(Subject subject, NoticeKind kind, CancellationToken cancellation)
    {
        var firm =
            await db.Enterprises.FindAsync([subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{subject} was decided about and is no firm.");
        var readers = await db.PeopleOf(firm.Id, claims: true, cancellation);
        foreach (var reader in readers)
        {
            notice.To(
                reader,
                kind,
                ("firm", firm.NameFa),
                ("remark", firm.Remark),
                ("id", firm.Id)
            );
        }
    }
}

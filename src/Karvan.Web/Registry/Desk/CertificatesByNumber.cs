using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Desk;

internal sealed class CertificatesByNumber(KarvanContext db, PageTexts words) : INameRecords
{
    public string Kind => nameof(EraCertificate);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await (
            from certificate in db.EraCertificates
            join firm in db.Enterprises on certificate.EnterpriseId equals firm.Id
            where ids.Contains(certificate.Id)
            select new
            {
                certificate.Id,
                certificate.Number,
                firm.NameFa,
            }
        ).ToDictionaryAsync(
            c => c.Id,
            c => words["work.certificate", ("number", words.Typed(c.Number)), ("firm", c.NameFa)],
            cancellation
        );
}

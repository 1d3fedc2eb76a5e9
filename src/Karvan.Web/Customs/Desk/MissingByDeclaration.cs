using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Customs.Desk;

internal sealed class MissingByDeclaration(KarvanContext db, PageTexts words) : INameRecords
{
    public string Kind => nameof(MissingDeclaration);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await (
            from missing in db.MissingDeclarations
            join firm in db.Enterprises on missing.EnterpriseId equals firm.Id
            where ids.Contains(missing.Id)
            select new
            {
                missing.Id,
                missing.Declaration,
                firm.NameFa,
            }
        ).ToDictionaryAsync(
            m => m.Id,
            m =>
                words[
                    "work.missing",
                    ("declaration", words.Typed(m.Declaration)),
                    ("firm", m.NameFa)
                ],
            cancellation
        );
}

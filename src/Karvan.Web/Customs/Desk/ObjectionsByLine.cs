using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Customs.Desk;

internal sealed class ObjectionsByLine(KarvanContext db, PageTexts words) : INameRecords
{
    public string Kind => nameof(LineObjection);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await (
            from objection in db.LineObjections
            join firm in db.Enterprises on objection.EnterpriseId equals firm.Id
            where ids.Contains(objection.Id)
            select new
            {
                objection.Id,
                objection.Declaration,
                firm.NameFa,
            }
        ).ToDictionaryAsync(
            o => o.Id,
            o =>
                words[
                    "work.objection",
                    ("declaration", words.Typed(o.Declaration)),
                    ("firm", o.NameFa)
                ],
            cancellation
        );
}

using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Work;

/// <summary>Imports for which somebody has to decide what the columns are, or whether they count.</summary>
internal sealed class ImportWork(ImportGlances imports, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, CustomsActs.ImportCustoms))
        {
            return [];
        }
        var (oldest, total) = await imports.Undecided(PendingWork.Most, cancellation);
        return total == 0
            ? []
            :
            [
                new(
                    words["work.imports-undecided"],
                    [
                        .. oldest.Select(i => new PendingRecord(
                            words["customs.name", ("number", i.Number), ("file", i.FileName)],
                            Links.Customs.Details(i.Id),
                            i.At
                        )),
                    ],
                    total,
                    Links.Customs.Index
                ),
            ];
    }
}

using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Desk;

/// <summary>How many rows of the last customs files could not be used.</summary>
internal sealed class RowsSetAside(ImportGlances imports, PageTexts words) : IDeskFigures
{
    private const int Files = 6;

    public async Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, CustomsActs.ReadCustoms))
        {
            return [];
        }
        var read = await imports.LastRead(Files, cancellation);
        return read.Count == 0
            ? []
            :
            [
                new(
                    words["figure.set-aside"],
                    PageTexts.Name(words.Number(read[^1].Rejected)),
                    Links.Customs.Details(read[^1].Id),
                    SmallChart.OfCounts(
                        words["figure.by-import"],
                        read.Select(i =>
                            (words["figure.import", ("number", i.Number)], i.Rejected)
                        ),
                        words
                    )
                ),
            ];
    }
}

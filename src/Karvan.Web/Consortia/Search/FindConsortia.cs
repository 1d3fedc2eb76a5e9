using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Consortia.Search;

/// <summary>Consortia by name, product line or registration number.</summary>
internal sealed class FindConsortia(ConsortiumSearch search, TimeProvider clock, PageTexts words)
    : IFindRecords
{
    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        if (!Decision.AllowsSome(actor, ConsortiaActs.ReadConsortium))
        {
            return null;
        }
        var (rows, total) = await search
            .Rows(new ConsortiumQuery(sought.Text), TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
            .Page(0, FoundRecords.Most, cancellation);
        return total == 0
            ? null
            : new FoundRecords(
                "consortia.title",
                [
                    .. rows.Select(c => new FoundRecord(
                        PageTexts.Name(c.NameFa),
                        Links.Consortia.Details(c.Id),
                        PageTexts.Name(PlaceNames.Province(c.Province, words))
                    )),
                ],
                total,
                sought.In(Links.Consortia.Index, "f-name")
            );
    }
}

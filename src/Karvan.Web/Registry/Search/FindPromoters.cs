using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Pages.Promoters;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Search;

/// <summary>Promoters: the applications, for those who decide about them; what is published, for everybody else.</summary>
internal sealed class FindPromoters(
    PromoterDirectory directory,
    PromoterWorklist worklist,
    PageTexts words
) : IFindRecords
{
    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        var found = Decision.AllowsSome(actor, RegistryActs.ReadPromoterApplications)
            ? await Applications(actor, sought, cancellation)
            : await Published(sought, cancellation);
        return found.Total == 0 ? null : found;
    }

    private async Task<FoundRecords> Applications(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        var (rows, total) = await worklist
            .Rows(new WorklistQuery(actor.PersonId, sought.Text, Order: new(WorklistQuery.ByName)))
            .Page(0, FoundRecords.Most, cancellation);
        return new FoundRecords(
            "promoter-applications.title",
            [
                .. rows.Select(p => new FoundRecord(
                    PageTexts.Name(PromoterTexts.Name(p.NameFa, p.NameEn, words)),
                    Links.Promoters.Applications.Details(p.Id),
                    PageTexts.Name(PlaceNames.Province(p.Province, words))
                )),
            ],
            total,
            sought.In(Links.Promoters.Applications.Index, "f-name")
        );
    }

    private async Task<FoundRecords> Published(SoughtWords sought, CancellationToken cancellation)
    {
        var (rows, total) = await directory
            .Rows(new DirectoryQuery(sought.Text))
            .Page(0, FoundRecords.Most, cancellation);
        return new FoundRecords(
            "promoters.title",
            [
                .. rows.Select(p => new FoundRecord(
                    PageTexts.Name(PromoterTexts.Name(p.NameFa, p.NameEn, words)),
                    Links.Promoters.Profile(p.Id),
                    PageTexts.Name(PromoterTexts.Served(p.Served, words, few: true))
                )),
            ],
            total,
            sought.In(Links.Promoters.Index, "words")
        );
    }
}

using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Search;

/// <summary>Firms by name or number; the holder of a number alone where it is one.</summary>
internal sealed class FindFirms(EnterpriseSearch search, PageTexts words) : IFindRecords
{
    private const string Title = "enterprises.title";

    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        if (!Decision.AllowsSome(actor, RegistryActs.ReadEnterprise))
        {
            return null;
        }
        if (sought.Number is { } number && await search.Holder(number, cancellation) is { } holder)
        {
            return new FoundRecords(Title, [Found(holder)], 1) { IsExact = true };
        }
        var (rows, total) = await search
            .Rows(new EnterpriseQuery(sought.Text))
            .Page(0, FoundRecords.Most, cancellation);
        return total == 0
            ? null
            : new FoundRecords(
                Title,
                [.. rows.Select(Found)],
                total,
                sought.In(Links.Enterprises.Index, "f-name")
            );
    }

    private FoundRecord Found(EnterpriseRow firm) =>
        new(
            PageTexts.Name(firm.NameFa),
            Links.Enterprises.Details(firm.Id),
            words[
                "search.firm-note",
                ("number", PageTexts.Name(words.Digits(firm.Number))),
                ("province", PlaceNames.Province(firm.Province, words))
            ]
        );
}

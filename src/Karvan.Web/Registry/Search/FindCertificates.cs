using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Search;

/// <summary>ERA certificates by their number; words without any digit are no number of one.</summary>
internal sealed class FindCertificates(EraCertificateSearch search, PageTexts words) : IFindRecords
{
    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        if (
            !sought.Words.Any(w => w.Any(char.IsAsciiDigit))
            || !Decision.AllowsSome(actor, RegistryActs.ReadEraCertificate)
        )
        {
            return null;
        }
        var (rows, total) = await search
            .ByNumber(sought.Text)
            .Page(0, FoundRecords.Most, cancellation);
        return total == 0
            ? null
            : new FoundRecords(
                "era.title",
                [
                    .. rows.Select(c => new FoundRecord(
                        PageTexts.Name(words.Typed(c.Number)),
                        Links.Era.Certificate(c.EnterpriseId, c.Id),
                        PageTexts.Name(c.Firm)
                    )),
                ],
                total,
                sought.In(Links.Era.Index, "f-firm")
            )
            {
                IsExact = total == 1 && EraCertificateSearch.IsNumberOf(sought.Text, rows[0]),
            };
    }
}

using System.Globalization;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Customs.Pages.Customs;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Search;

/// <summary>Customs imports by their number, or by what their file is called.</summary>
internal sealed class FindImports(ImportSearch search, PageTexts words) : IFindRecords
{
    private const string Title = "customs.title";

    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        if (!Decision.AllowsSome(actor, CustomsActs.ReadCustoms))
        {
            return null;
        }
        if (
            int.TryParse(
                sought.Number,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            ) && await search.Numbered(number, cancellation) is { } import
        )
        {
            return new FoundRecords(Title, [Found(import)], 1) { IsExact = true };
        }
        var (rows, total) = await search
            .Rows(new ImportQuery(sought.Text))
            .Page(0, FoundRecords.Most, cancellation);
        return total == 0
            ? null
            : new FoundRecords(
                Title,
                [.. rows.Select(Found)],
                total,
                sought.In(Links.Customs.Index, "f-file")
            );
    }

    private FoundRecord Found(CustomsImport import) =>
        new(
            words["customs.name", ("number", import.Number), ("file", import.FileName)],
            Links.Customs.Details(import.Id),
            ImportStatus.Reach(import.Province, words)
        );
}

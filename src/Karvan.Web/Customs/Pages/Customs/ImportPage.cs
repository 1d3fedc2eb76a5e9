using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>A page about one import, which the asker must see.</summary>
public abstract class ImportPage(ImportSearch search) : RecordPage<CustomsImport>
{
    public CustomsImport Import => Record;

    public bool MayImport => May(CustomsActs.ImportCustoms, Import.Subject);

    protected override Task<CustomsImport?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(CustomsImport record) => [record.Subject];

    /// <summary>Says why, on the page it was asked on.</summary>
    protected void Say(ImportRefusal why) => ModelState.AddModelError("", $"customs.refused.{why}");
}

/// <summary>How the state of an import is shown.</summary>
internal static class ImportStatus
{
    public static Status Of(ImportState state) =>
        new(
            $"customs.state.{state}",
            state switch
            {
                ImportState.Committed => StatusKind.Good,
                ImportState.Unusable => StatusKind.Bad,
                ImportState.Mapping or ImportState.Ready => StatusKind.Now,
                ImportState.Reading => StatusKind.Going,
                _ => StatusKind.Quiet,
            }
        );

    /// <summary>Who sent it. An import keeps the name alone; its trail knows whose it was.</summary>
    public static Said By(CustomsImport import, PageTexts words) =>
        words.Author(import.BegunBy, null);

    public static Said Reach(string? province, PageTexts words) =>
        province is null
            ? words["customs.country"]
            : PageTexts.Name(ReferenceTable.Provinces.Name(province, words.Language));

    public static Said Flow(bool import, PageTexts words) =>
        words[import ? "customs.flow.import" : "customs.flow.export"];
}

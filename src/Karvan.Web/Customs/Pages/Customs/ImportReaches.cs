using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Whose customs files somebody may import: of some provinces, and of the country for who has all.</summary>
internal static class ImportReaches
{
    /// <summary>What stands for the whole country among the answers.</summary>
    public const string Country = "IR";

    public static IReadOnlyList<FieldChoice> Of(Actor actor, PageTexts words)
    {
        var provinces = ReferenceTable
            .Provinces.Rows.Where(p => May(actor, p.Id))
            .Select(p => new FieldChoice(p.Id, ImportStatus.Reach(p.Id, words)))
            .ToList();
        return May(actor, null)
            ? [new FieldChoice(Country, words["customs.country"]), .. provinces]
            : provinces;
    }

    private static bool May(Actor actor, string? province) =>
        Decision.Allows(actor, CustomsActs.ImportCustoms, CustomsFile.SubjectIn(province));
}

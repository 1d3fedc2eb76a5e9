using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Customs.Desk;

internal sealed class ImportsByNumber(ImportGlances imports, PageTexts words) : INameRecords
{
    public string Kind => nameof(CustomsImport);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        (await imports.Of(ids, cancellation)).ToDictionary(
            i => i.Id,
            i => words["customs.name", ("number", i.Number), ("file", i.FileName)]
        );
}

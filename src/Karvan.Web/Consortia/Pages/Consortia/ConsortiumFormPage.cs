using Karvan.Consortia;
using Karvan.Registry.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>A page with the form of a consortium.</summary>
public abstract class ConsortiumFormPage(
    ConsortiumSearch search,
    ReferenceShelf shelf,
    PageTexts words
) : ConsortiumPage(search)
{
    [BindProperty]
    public ConsortiumForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    protected PageTexts Words => words;

    public IReadOnlyList<FieldChoice> GroupChoices { get; private set; } = [];

    protected async Task LoadGroups() =>
        GroupChoices = ConsortiumForm.GroupChoices(
            await shelf.Rows<ProductGroup>(HttpContext.RequestAborted),
            words
        );
}

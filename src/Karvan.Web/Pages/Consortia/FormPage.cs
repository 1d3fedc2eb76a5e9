using Karvan.Core.Consortia;
using Karvan.Core.Reference;
using Karvan.Web.Parts.Fields;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Pages.Consortia;

/// <summary>A page with the form of a consortium.</summary>
public abstract class FormPage(ConsortiumSearch search, ReferenceShelf shelf, PageWords words)
    : ConsortiumPage(search)
{
    [BindProperty]
    public ConsortiumForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is saved now, where somebody else was quicker.</summary>
    public ConsortiumForm? Newer { get; private protected set; }

    public IReadOnlyList<Answer> GroupChoices { get; private set; } = [];

    protected async Task LoadGroups() =>
        GroupChoices = ConsortiumForm.GroupChoices(
            await shelf.Rows<ProductGroup>(HttpContext.RequestAborted),
            words
        );
}

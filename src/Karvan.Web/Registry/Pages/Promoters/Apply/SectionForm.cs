using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>
/// One page of the application as it is typed. What S.b asks is marked as needed, and saved even when left empty: a
/// draft may wait, and the list of tasks says what is missing.
/// </summary>
public abstract class SectionForm
{
    /// <summary>Blank rows for those who type more; saving makes new ones.</summary>
    protected const int MoreRows = 2;

    internal abstract ApplicationPart Part { get; }

    internal abstract void Fill(PromoterSection section);

    /// <returns>Null when something typed cannot be read; <paramref name="errors"/> then says what.</returns>
    internal abstract PromoterSection? Read(ModelStateDictionary errors, string prefix);

    /// <summary>The field that a refusal is about.</summary>
    internal abstract string FieldOf(PromoterRefusal refusal);

    protected static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    protected static T? Chosen<T>(string? text)
        where T : struct, Enum => EnumNames.TryParse<T>(text, out var value) ? value : null;
}

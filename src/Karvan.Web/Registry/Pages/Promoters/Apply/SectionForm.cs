using Karvan.Registry.Promoters;
using Karvan.Web.Components.Texts;
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

    /// <summary>Every field with its value, for a comparison with what somebody else saved.</summary>
    internal abstract IEnumerable<TypedAnswer> Answers(PageTexts words);

    protected static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    protected static T? Chosen<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <param name="Name">Under which the form sends it, without the prefix of the form.</param>
internal sealed record TypedAnswer(string Name, Said Label, string Sent, Said Shown)
{
    public static TypedAnswer Text(string name, Said label, string? typed) =>
        new(name, label, typed?.Trim() ?? "", PageTexts.Name(typed?.Trim()));

    public static TypedAnswer Choice(string name, Said label, string? sent, string shown) =>
        new(name, label, sent ?? "", PageTexts.Name(shown));
}

using System.Collections;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Components.Records;

/// <summary>A described field of a form with what it sends.</summary>
/// <param name="Name">Within the form.</param>
/// <param name="Text">In Latin digits; several answers in one text.</param>
internal sealed record SentField(string Name, Said Label, string Text, Said Shown)
{
    public static IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> NoChoices { get; } =
        new Dictionary<string, IReadOnlyList<FieldChoice>>(StringComparer.Ordinal);

    /// <summary>Every described field, in the order in which the form has them; those of its rows too.</summary>
    /// <param name="choices">What the page alone knows to choose from, by the name of the field.</param>
    public static IEnumerable<SentField> Of(
        object form,
        IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> choices,
        IModelMetadataProvider metadata,
        PageTexts words
    ) =>
        metadata
            .GetMetadataForType(form.GetType())
            .Properties.SelectMany(property =>
                property.PropertyGetter!(form) is IEnumerable rows
                && property.ElementMetadata is { IsComplexType: true }
                    ? Rows(property.Name!, rows, choices, metadata, words)
                    : One(property, form, choices, words)
            );

    private static IEnumerable<SentField> Rows(
        string name,
        IEnumerable rows,
        IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> choices,
        IModelMetadataProvider metadata,
        PageTexts words
    ) =>
        rows.Cast<object>()
            .SelectMany(
                (row, at) =>
                    metadata
                        .GetMetadataForType(row.GetType())
                        .Properties.SelectMany(p => One(p, row, choices, words, at + 1))
                        .Select(f => f with { Name = $"{name}[{at}].{f.Name}" })
            );

    /// <param name="number">Of its row; null for a field that stands once.</param>
    private static IEnumerable<SentField> One(
        ModelMetadata property,
        object form,
        IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> choices,
        PageTexts words,
        int? number = null
    )
    {
        if (DescribedFields.Of(property) is not { } field)
        {
            yield break;
        }
        var text = TextOf(field, property.PropertyGetter!(form));
        yield return new SentField(
            property.Name!,
            number is { } row && field.Numbered is { } numbered
                ? words[numbered, ("number", row)]
                : words[field.Label],
            text,
            FieldWords.Sent(field, text, choices.GetValueOrDefault(property.Name!), words)
        );
    }

    /// <summary>Two keyboards write one number.</summary>
    private static string TextOf(FieldDescription field, object? value) =>
        value switch
        {
            null => "",
            bool yes => yes ? "true" : "false",
            IEnumerable<string> several => FieldWords.Together(several),
            _ when field.Kind is FieldKind.Number or FieldKind.Digits or FieldKind.Day =>
                PersianText.LatinDigits($"{value}").Trim(),
            _ => $"{value}".Trim(),
        };
}

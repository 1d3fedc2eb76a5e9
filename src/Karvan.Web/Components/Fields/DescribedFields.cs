using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// Puts what describes a field into what MVC knows of a form's property, where it is kept for good: fields draw themselves by it,
/// and what is typed is checked by it.
/// </summary>
internal sealed class DescribedFields
    : IConfigureOptions<MvcOptions>,
        IDisplayMetadataProvider,
        IValidationMetadataProvider
{
    public static FieldDescription? Of(ModelMetadata property) =>
        property.AdditionalValues.TryGetValue(typeof(FieldDescription), out var known)
            ? (FieldDescription)known
            : null;

    public void Configure(MvcOptions options) => options.ModelMetadataDetailsProviders.Add(this);

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (Described(context.Key) is { } field)
        {
            context.DisplayMetadata.AdditionalValues[typeof(FieldDescription)] = field;
        }
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (Described(context.Key) is not { } field)
        {
            return;
        }
        var checks = context.ValidationMetadata.ValidatorMetadata;
        if (
            field.Required
            && !context.Attributes.OfType<KeptInAttribute>().Any(k => k.Optional)
            && !checks.OfType<RequiredAttribute>().Any()
            && context.Key.ModelType != typeof(bool)
        )
        {
            checks.Add(new RequiredAttribute());
            context.ValidationMetadata.IsRequired = true;
        }
        if (context.Key.ModelType == typeof(string) && LimitOf(field) is { } limit)
        {
            checks.Add(new StringLengthAttribute(limit));
        }
    }

    /// <summary>Codes of a list are held against the list, which says more of a wrong one than its length.</summary>
    private static int? LimitOf(FieldDescription field) =>
        field.Kind.IsListed() ? null : field.Limit;

    private static FieldDescription? Described(ModelMetadataIdentity key) =>
        key is { PropertyInfo: { } property, ContainerType: { } form }
            ? FieldDescription.OfForm(form, property)
            : null;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// The messages of binding and of validation attributes as keys of our texts, so that fields show them in the reader's
/// language. An attribute with its own <c>ErrorMessage</c> (a key as well) keeps it.
/// </summary>
internal sealed class FieldMessages : IConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => "field.required");
        messages.SetMissingBindRequiredValueAccessor(_ => "field.required");
        messages.SetMissingKeyOrValueAccessor(() => "field.required");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "field.required");
        messages.SetValueIsInvalidAccessor(_ => "field.invalid");
        messages.SetUnknownValueIsInvalidAccessor(_ => "field.invalid");
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "field.invalid");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "field.invalid");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "field.invalid");
        messages.SetValueMustBeANumberAccessor(_ => "field.number");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "field.number");
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (
            var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>()
        )
        {
            // The framework turns its own messages into attributes' defaults; ours stand in unless a page gave one.
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = Message(attribute);
            }
        }
    }

    // {1} and {2} are filled in by the attributes themselves.
    private static string Message(ValidationAttribute attribute) =>
        attribute switch
        {
            RequiredAttribute => "field.required",
            StringLengthAttribute { MinimumLength: 0 } => "field.too-long|max={1}",
            StringLengthAttribute length when length.MinimumLength == length.MaximumLength =>
                "field.exact|max={1}",
            StringLengthAttribute => "field.length|max={1}|min={2}",
            MaxLengthAttribute => "field.too-long|max={1}",
            MinLengthAttribute => "field.too-short|min={1}",
            RangeAttribute => "field.range|min={1}|max={2}",
            EmailAddressAttribute => "field.email",
            CompareAttribute => "field.different",
            _ => "field.invalid",
        };
}

using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Options;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// The one way in which forms and addresses become values: the members of an enum by their names alone, and texts without
/// the character NUL, which no text of people has and PostgreSQL does not keep. What is typed into a field of text has the
/// spelling in which it will be kept before anything is compared with what is kept.
/// </summary>
internal sealed class PlainInput : IConfigureOptions<MvcOptions>, IModelBinderProvider
{
    /// <summary>As it stands in an address.</summary>
    private const string Nul = "%00";

    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, this);
        // What the address names is what was asked for: a field of the same name in a form must not stand for another record.
        options.ValueProviderFactories.RemoveType<RouteValueProviderFactory>();
        options.ValueProviderFactories.Insert(0, new RouteValueProviderFactory());
    }

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type.IsEnum ? new ByName(type)
            : type == typeof(string)
                ? new PlainText(
                    new SimpleTypeModelBinder(
                        type,
                        context.Services.GetRequiredService<ILoggerFactory>()
                    ),
                    IsText(context.Metadata)
                )
            : null;
    }

    /// <summary>What reads the address by itself finds none either.</summary>
    public static Task Strip(HttpContext context, RequestDelegate next)
    {
        var query = context.Request.QueryString.Value;
        if (query?.Contains(Nul, StringComparison.Ordinal) is true)
        {
            context.Request.QueryString = new QueryString(
                query.Replace(Nul, "", StringComparison.Ordinal)
            );
        }
        return next(context);
    }

    /// <summary>
    /// What people write, and not a secret or a name that must be met as it stands in somebody's file: the first has a
    /// description that says so, or a limit.
    /// </summary>
    private static bool IsText(ModelMetadata field) =>
        DescribedFields.Of(field) is { } described
            ? described.Kind is FieldKind.Text
            : field.ValidatorMetadata.OfType<StringLengthAttribute>().Any();

    private static string Plain(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private sealed class ByName(Type type) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var said = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (said == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, said);
            var name = Plain(said.FirstValue ?? "");
            if (name.Length == 0)
            {
                if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                {
                    bindingContext.Result = ModelBindingResult.Success(null);
                }
                else
                {
                    // Left unset it would be the first member of the enum.
                    bindingContext.ModelState.TryAddModelError(
                        bindingContext.ModelName,
                        "field.required"
                    );
                }
                return Task.CompletedTask;
            }
            var place = Array.IndexOf(Enum.GetNames(type), name);
            if (place < 0)
            {
                bindingContext.ModelState.TryAddModelError(
                    bindingContext.ModelName,
                    "field.invalid"
                );
                return Task.CompletedTask;
            }
            bindingContext.Result = ModelBindingResult.Success(
                Enum.GetValues(type).GetValue(place)
            );
            return Task.CompletedTask;
        }
    }

    private sealed class PlainText(IModelBinder inner, bool spelled) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string text })
            {
                var plain = Plain(text);
                bindingContext.Result = ModelBindingResult.Success(
                    spelled ? PersianText.Spelled(plain) : plain
                );
            }
        }
    }
}

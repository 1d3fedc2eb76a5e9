using Karvan.Registry.Claims;
using Karvan.Testing.Databases;
using Karvan.Web.Customs.Pages.Customs;
using Karvan.Web.Platform.Pages.Account;
using Karvan.Web.Platform.Pages.Papers;
using Karvan.Web.Registry.Pages.Enterprises;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Karvan.Web.Tests.Parts;

/// <summary>How forms become values, with the binders of the application itself.</summary>
public sealed class PlainInputTests
{
    [Fact]
    public async Task Members_of_enums_have_names_alone_and_none_is_no_first_member()
    {
        await using var site = await Site.On(Provider.Sqlite);
        Assert.Equal((ClaimState.Refused, true), await Bind<ClaimState>(site, "Refused"));
        foreach (var wrong in new[] { "1", "7", "refused", "Refused,Joined", "" })
        {
            Assert.Equal((wrong, (null, false)), (wrong, await Bind<ClaimState>(site, wrong)));
        }
        // Where none is allowed, nothing is none; anything else is still an error.
        Assert.Equal((null, true), await Bind<ClaimState?>(site, ""));
        Assert.Equal((null, false), await Bind<ClaimState?>(site, "7"));
    }

    [Fact]
    public async Task Texts_have_no_nul()
    {
        await using var site = await Site.On(Provider.Sqlite);
        Assert.Equal(("ab", true), await Bind<string>(site, "a\0b"));
    }

    /// <summary>What is compared with what is kept has its spelling; a password and the name of a sheet are what they are.</summary>
    [Fact]
    public async Task Texts_of_people_are_spelled_as_they_are_kept()
    {
        await using var site = await Site.On(Provider.Sqlite);
        const string Typed = "كاشي";
        foreach (
            var (form, field, expected) in new[]
            {
                (typeof(ProfileForm), nameof(ProfileForm.NameFa), "کاشی"),
                (typeof(ProfileForm), nameof(ProfileForm.ProductLines), "کاشی"),
                (typeof(MappingForm), nameof(MappingForm.SaveAs), "کاشی"),
                (typeof(LetterheadForm), nameof(LetterheadForm.NameFa), "کاشی"),
                (typeof(ShapeForm), nameof(ShapeForm.Sheet), Typed),
                (typeof(SignInModel), nameof(SignInModel.Password), Typed),
                (typeof(SignUpModel), nameof(SignUpModel.Password), Typed),
                (typeof(AccountResetModel), nameof(AccountResetModel.Password), Typed),
                (typeof(AccountPasswordModel), nameof(AccountPasswordModel.New), Typed),
                (typeof(SecondFactorModel), nameof(SecondFactorModel.Proof), Typed),
            }
        )
        {
            var metadata = site
                .Services.GetRequiredService<IModelMetadataProvider>()
                .GetMetadataForProperty(form, field);
            Assert.Equal(
                (form.Name, field, expected),
                (form.Name, field, (await Bind(site, metadata, Typed)).Item1)
            );
        }
    }

    private static Task<(object?, bool)> Bind<T>(Site site, string typed) =>
        Bind(
            site,
            site.Services.GetRequiredService<IModelMetadataProvider>()
                .GetMetadataForType(typeof(T)),
            typed
        );

    private static async Task<(object?, bool)> Bind(Site site, ModelMetadata metadata, string typed)
    {
        const string Name = "field";
        var binder = site
            .Services.GetRequiredService<IModelBinderFactory>()
            .CreateBinder(
                new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata }
            );
        var context = new ActionContext(
            new DefaultHttpContext { RequestServices = site.Services },
            new RouteData(),
            new ActionDescriptor()
        );
        var binding = DefaultModelBindingContext.CreateBindingContext(
            context,
            new FormValueProvider(
                BindingSource.Form,
                new FormCollection(new Dictionary<string, StringValues> { [Name] = typed }),
                null
            ),
            metadata,
            null,
            Name
        );
        await binder.BindModelAsync(binding);
        return (binding.Result.Model, binding.ModelState.ErrorCount == 0);
    }
}

using Karvan.Registry.Claims;
using Karvan.Testing.Databases;
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

    private static async Task<(object?, bool)> Bind<T>(Site site, string typed)
    {
        const string Name = "field";
        var metadata = site
            .Services.GetRequiredService<IModelMetadataProvider>()
            .GetMetadataForType(typeof(T));
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

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Requests;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Karvan.Web.Components;

/// <summary>What every page looks and reads like: language, texts, fields, error pages, headers.</summary>
public static class Look
{
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(PageTexts.LoadTexts());
        services.AddScoped(s => new PageTexts(
            s.GetRequiredService<TextBook>(),
            Preferences
                .Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request)
                .Language
        ));
        services.TryAddScoped<IPageFrame, EmptyFrame>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, PlainInput>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, DescribedFields>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, FieldMessages>();
        // Persian letters as letters: escaped by number, pages would be three times as long.
        services.Configure<WebEncoderOptions>(o =>
            o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        // Pages are words, and lines are slow. Over HTTPS too: the only secrets in a page are tokens that differ each time,
        // and cookies do not travel with requests that other sites make.
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/html", "text/csv", "application/json"];
        });
        return services;
    }

    public static WebApplication UseLook(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<PageHeaders>();
        app.Use(PlainInput.Strip);
        app.UseExceptionHandler(Links.Problems.Fault);
        app.UseStatusCodePagesWithReExecute(Links.Problems.Status, "?code={0}");
        app.MapPost(Preferences.LanguagePath, (Delegate)Preferences.ChooseLanguage);
        app.MapPost(Preferences.ThemePath, (Delegate)Preferences.ChooseTheme);
        return app;
    }
}

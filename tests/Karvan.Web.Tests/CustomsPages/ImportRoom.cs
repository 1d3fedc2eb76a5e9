using System.Net;
using System.Text;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Jobs;
using Karvan.Platform.Outbox;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>A site whose jobs are done when a test says so, and customs files that people send to it over HTTP.</summary>
internal sealed class ImportRoom : IAsyncDisposable
{
    /// <summary>The province of the demo's expert.</summary>
    public const string Province = "00";

    /// <summary>An id that no firm is known by.</summary>
    public const string Unknown = "10100000006";

    public const string Header =
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n";

    private ImportRoom(Site site, HttpClient expert) => (Site, Expert) = (site, expert);

    public Site Site { get; }

    /// <summary>The expert of <see cref="Province"/>.</summary>
    public HttpClient Expert { get; }

    public static async Task<ImportRoom> On(
        Provider provider,
        params (string Name, string Value)[] settings
    )
    {
        var site = await Site.On(provider, [("Karvan:Jobs", "false"), .. settings]);
        return new ImportRoom(site, await site.SignedIn("expert"));
    }

    /// <summary>A line of a year that no other import of the site speaks of.</summary>
    public static string Line(string declaration, string exporter, string value, int year = 1390) =>
        $"{declaration},1,export,{year}/02/03,{exporter},08025100,IQ,{value},10\n";

    public Task<HttpResponseMessage> Send(
        byte[]? bytes,
        string? reach = Province,
        string name = "گمرک.csv",
        HttpClient? by = null
    ) =>
        Sending.Send(
            by ?? Expert,
            "/customs/new",
            [("Reach", reach ?? "")],
            bytes is null ? null : new ByteArrayContent(bytes),
            name
        );

    /// <returns>The import that began.</returns>
    public async Task<Guid> Sent(string text, HttpClient? by = null, string reach = Province)
    {
        var answer = await Send(Encoding.UTF8.GetBytes(text), reach, by: by);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var to = answer.Headers.Location!.OriginalString;
        Assert.EndsWith("/map", to, StringComparison.Ordinal);
        return Guid.Parse(to.Split('/')[2]);
    }

    /// <summary>Sends lines and says of the columns what the page guesses.</summary>
    public async Task<Guid> Read(string lines, HttpClient? by = null, string reach = Province)
    {
        var id = await Sent(Header + lines, by, reach);
        var form = PageForm.With(await Page($"/customs/{id}/map", by), "Entry.Date");
        var mapped = await form.Post(by ?? Expert, $"/customs/{id}/map");
        Assert.Equal(HttpStatusCode.Redirect, mapped.StatusCode);
        await Work();
        Assert.Equal(ImportState.Ready, (await Look(id)).State);
        return id;
    }

    /// <param name="place">The import whose place it takes, or beside the others.</param>
    public async Task Commit(Guid id, string place = "beside", HttpClient? by = null)
    {
        var path = $"/customs/{id}/commit";
        var form = PageForm.With(await Page(path, by), "Place").Say("Place", place);
        var done = await form.Post(by ?? Expert, path);
        Assert.Equal($"/customs/{id}", done.Headers.Location?.OriginalString);
    }

    /// <summary>Sends a button of an import's page.</summary>
    public async Task<HttpResponseMessage> Press(
        string page,
        string handler,
        HttpClient? by = null,
        params (string Name, string Value)[] fields
    ) => await Site.PostWithTokenOf(by ?? Expert, "/customs", $"{page}?handler={handler}", fields);

    /// <summary>Does every job that can be done now.</summary>
    public async Task Work()
    {
        var jobs = Site.Services.GetRequiredService<RunJobs>();
        while (await jobs.Run() is not null) { }
    }

    public Task<CustomsImport> Look(Guid id) =>
        Site.Ask(db => db.CustomsImports.AsNoTracking().SingleAsync(i => i.Id == id));

    /// <summary>The HTML of a page that opens.</summary>
    public async Task<string> Page(string path, HttpClient? by = null) =>
        await (by ?? Expert).GetStringAsync(path);

    /// <summary>What is read on a page that opens.</summary>
    public async Task<string> Text(string path, HttpClient? by = null) =>
        PageForm.Plain(await Page(path, by));

    public static async Task<string> Text(HttpResponseMessage answer) =>
        PageForm.Plain(await answer.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        Expert.Dispose();
        await Site.DisposeAsync();
    }
}

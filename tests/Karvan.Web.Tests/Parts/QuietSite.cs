using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Karvan.Web.Tests.Parts;

/// <summary>The whole site in memory, without its log.</summary>
public sealed class QuietSite : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureLogging(log => log.ClearProviders());
}

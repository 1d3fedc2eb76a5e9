using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Karvan.Web.Tests.Parts;

/// <summary>The whole site in memory, without its log.</summary>
public sealed class QuietSite : WebApplicationFactory<Program>
{
    private readonly string database = Path.Combine(
        Path.GetTempPath(),
        $"karvan-{Guid.CreateVersion7():n}.db"
    );

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Karvan:Database", database);
        builder.ConfigureLogging(log => log.ClearProviders());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in new[] { "", "-wal", "-shm" })
        {
            File.Delete(database + file);
        }
    }
}

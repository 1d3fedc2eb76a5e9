using System.Net;
using Karvan.Testing.Databases;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Karvan.Web.Tests.Startup;

/// <summary>In production, behind a proxy: whose word counts, what cookies are like, and for which host one is answered.</summary>
public sealed class ProxyTests
{
    private const string Proxy = "10.2.0.9";
    private const string Stranger = "198.51.100.7";

    [Fact]
    public async Task A_trusted_proxy_says_for_whom_it_asks_and_nobody_else_does()
    {
        await using var site = new ProductionSite();
        var (scheme, client) = await site.Seen(Proxy, ("X-Forwarded-For", "203.0.113.5"));
        Assert.Equal(("http", "203.0.113.5"), (scheme, client));
        (scheme, client) = await site.Seen(
            Proxy,
            ("X-Forwarded-For", "203.0.113.5"),
            ("X-Forwarded-Proto", "https")
        );
        Assert.Equal(("https", "203.0.113.5"), (scheme, client));
        // What the client itself wrote before the proxy stands further left, and counts for nothing.
        (_, client) = await site.Seen(Proxy, ("X-Forwarded-For", "127.0.0.1, 203.0.113.5"));
        Assert.Equal("203.0.113.5", client);
        // A row of trusted ones is walked along.
        (_, client) = await site.Seen(Proxy, ("X-Forwarded-For", "203.0.113.5, 10.2.3.4"));
        Assert.Equal("203.0.113.5", client);
        (scheme, client) = await site.Seen(
            Stranger,
            ("X-Forwarded-For", "127.0.0.1"),
            ("X-Forwarded-Proto", "https")
        );
        Assert.Equal(("http", Stranger), (scheme, client));
    }

    [Fact]
    public async Task Cookies_are_of_this_host_alone_and_travel_over_https()
    {
        await using var site = new ProductionSite();
        using var answer = await site.Get("/sign-in", Proxy, ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-karvan-form=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "secure", "httponly", "path=/", "samesite=strict" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "max-age=31536000",
            string.Join(' ', answer.Headers.GetValues("Strict-Transport-Security")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_host_than_that_of_the_address_is_refused()
    {
        await using var site = new ProductionSite();
        using var elsewhere = await site.Get(
            "/sign-in",
            Proxy,
            ("Host", "karvan.example.com"),
            ("X-Forwarded-Proto", "https")
        );
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
        using var probe = await site.Get("/health/live", "127.0.0.1", ("Host", "127.0.0.1:8080"));
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Theory]
    [InlineData("10.2.0.0/16, 127.0.0.1", 2)]
    [InlineData("::1", 1)]
    [InlineData("", 0)]
    public void Proxies_are_addresses_and_networks(string said, int expected) =>
        Assert.Equal(expected, ProxySettings.Read(said).Trusted.Count);

    [Theory]
    [InlineData("proxy.example.ir")]
    [InlineData("10.2.0.0/99")]
    public void What_is_neither_is_refused_by_name(string said)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => ProxySettings.Read(said));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private sealed class ProductionSite : WebApplicationFactory<Program>
    {
        private const string From = "X-Test-From";

        private readonly string database = Path.Combine(
            Path.GetTempPath(),
            $"karvan-{Guid.CreateVersion7():n}.db"
        );

        public async Task<HttpResponseMessage> Get(
            string path,
            string from,
            params (string Name, string Value)[] headers
        )
        {
            using var visitor = CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    AllowAutoRedirect = false,
                    HandleCookies = false,
                    BaseAddress = new Uri("http://karvan.example.ir"),
                }
            );
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(From, from);
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
            return await visitor.SendAsync(request);
        }

        /// <summary>Scheme and client as the application took them.</summary>
        public async Task<(string Scheme, string Client)> Seen(
            string from,
            params (string Name, string Value)[] headers
        )
        {
            using var answer = await Get("/sign-in", from, headers);
            return (
                answer.Headers.GetValues("X-Test-Scheme").Single(),
                answer.Headers.GetValues("X-Test-Client").Single()
            );
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Karvan:Database", database);
            builder.UseSetting("Karvan:Address", "https://karvan.example.ir");
            builder.UseSetting("Karvan:Proxies", "10.2.0.0/16");
            builder.ConfigureLogging(log => log.ClearProviders());
            builder.ConfigureServices(s => s.AddSingleton<IStartupFilter, Connections>());
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

        /// <summary>Stands for the connection: from where it comes, and what became of it.</summary>
        private sealed class Connections : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
                app =>
                {
                    app.Use(
                        (http, rest) =>
                        {
                            http.Connection.RemoteIpAddress = IPAddress.Parse(
                                http.Request.Headers[From].ToString()
                            );
                            http.Response.OnStarting(() =>
                            {
                                http.Response.Headers["X-Test-Scheme"] = http.Request.Scheme;
                                http.Response.Headers["X-Test-Client"] =
                                    $"{http.Connection.RemoteIpAddress}";
                                return Task.CompletedTask;
                            });
                            return rest(http);
                        }
                    );
                    next(app);
                };
        }
    }
}

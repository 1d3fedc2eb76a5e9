using System.Net;
using System.Net.Http.Headers;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Telemetry;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Measures;

/// <summary>What <c>/metrics</c> says, and to whom.</summary>
public sealed class MetricsTests
{
    private const string Token = "a-token-of-some-length";

    [OnBothDatabases]
    [Theory]
    public async Task The_text_is_valid_and_tells_what_happened(Provider provider)
    {
        await using var site = await Site.On(provider, ("Karvan:MetricsToken", Token));
        var visitor = await site.SignedIn("expert");
        var firm = await site.FirmOf("00", VerificationState.Verified);
        for (var i = 0; i < 3; i++)
        {
            await visitor.GetAsync($"/enterprises/{firm}");
        }
        await visitor.GetAsync("/no/such/page?token=verysecret");
        var meter = site.Services.GetRequiredService<KarvanMeter>();
        meter.JobFinished("a \"kind\"\\\n", "done");
        meter.LinesImported(7, "accepted");
        meter.Imported(TimeSpan.FromSeconds(0.5));
        meter.Imported(TimeSpan.FromHours(9));

        var text = await Scrape(site);
        var read = Exposition.Read(text);
        Assert.Equal(
            3,
            read.Sum(
                "http_server_request_duration_seconds_count",
                s =>
                    s["http_route"]
                        .StartsWith("enterprises/{id", StringComparison.OrdinalIgnoreCase)
                    && s["http_response_status_code"] is "200"
            )
        );
        Assert.DoesNotContain(firm.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no/such", text, StringComparison.Ordinal);
        // Files and this page are not counted.
        Assert.DoesNotContain(".css", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/metrics\"", text, StringComparison.Ordinal);

        var events = await site.Ask(db => db.AuditEvents.CountAsync());
        Assert.Equal(events, read.Sum("karvan_audit_events_total"));
        var waiting = await site.Ask(db => db.Outbox.CountAsync(m => m.SentAt == null));
        Assert.Equal(waiting, read.Sum("karvan_outbox_waiting"));
        Assert.True(read.Sum("karvan_database_size_bytes") > 100_000);
        Assert.True(read.Sum("karvan_database_round_trip_seconds") > 0);
        Assert.Equal(1, read.Sum("karvan_database_up"));
        Assert.Equal(1, read.Sum("karvan_jobs_finished_total", s => s["kind"] is "a \"kind\"\\\n"));
        Assert.Equal(7, read.Sum("karvan_import_lines_total", s => s["outcome"] is "accepted"));
        Assert.Equal(2, read.Sum("karvan_import_seconds_count"));
        Assert.Equal(1, read.Sum("karvan_import_seconds_bucket", s => s["le"] is "0.5"));
        Assert.True(read.Sum("dotnet_process_memory_working_set_bytes") > 1_000_000);
        Assert.True(read.Sum("dotnet_process_cpu_time_seconds_total") > 0);
        Assert.Equal("counter", read.Types["dotnet_gc_collections_total"]);
        if (provider is Provider.Postgres)
        {
            Assert.True(read.Sum("db_client_connection_count") > 0);
        }
    }

    [Fact]
    public async Task Counters_grow_and_what_is_observed_is_told_once()
    {
        await using var site = await Site.On(Provider.Sqlite, ("Karvan:MetricsToken", Token));
        var first = Exposition.Read(await Scrape(site));
        var visitor = await site.SignedIn("expert");
        await visitor.GetAsync("/");
        var second = Exposition.Read(await Scrape(site));
        const string Count = "http_server_request_duration_seconds_count";
        Assert.True(second.Sum(Count) > first.Sum(Count));
        Assert.True(
            second.Sum("dotnet_process_cpu_time_seconds_total")
                >= first.Sum("dotnet_process_cpu_time_seconds_total")
        );
        Assert.Single(second.Samples, s => s.Name == "karvan_database_size_bytes");
    }

    [Fact]
    public async Task Tries_that_are_limited_are_counted_and_scrapes_are_not()
    {
        await using var site = await Site.On(Provider.Sqlite, ("Karvan:MetricsToken", Token));
        var visitor = site.Visitor();
        for (var i = 0; i < 40; i++)
        {
            await visitor.PostAsync("/sign-in", new FormUrlEncodedContent([]));
        }
        var text = "";
        for (var i = 0; i < 40; i++)
        {
            text = await Scrape(site);
        }
        Assert.Equal(
            10,
            Exposition
                .Read(text)
                .Sum(
                    "aspnetcore_rate_limiting_requests_total",
                    s => s["aspnetcore_rate_limiting_result"] is "endpoint_limiter"
                )
        );
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer " + Token, 200)]
    [InlineData("bearer " + Token, 200)]
    [InlineData("Bearer " + Token + "x", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Basic " + Token, 401)]
    public async Task With_a_token_only_who_shows_it_reads(string? shown, int status)
    {
        await using var site = await Site.On(Provider.Sqlite, ("Karvan:MetricsToken", Token));
        // On a port, so that the request comes from this machine: that alone does not help.
        using var client = new HttpClient { BaseAddress = new Uri(site.Listen()) };
        if (shown is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", shown);
        }
        var answer = await client.GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_only_the_same_machine_reads()
    {
        await using var site = await Site.On(Provider.Sqlite);
        using var client = new HttpClient { BaseAddress = new Uri(site.Listen()) };
        var cancellation = TestContext.Current.CancellationToken;
        var near = await client.GetAsync("/metrics", cancellation);
        Assert.Equal(
            (HttpStatusCode.OK, "text/plain; version=0.0.4; charset=utf-8"),
            (near.StatusCode, near.Content.Headers.ContentType?.ToString())
        );
        // Somebody else, whose request a proxy on this machine carries.
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync("/metrics", cancellation)).StatusCode
        );
    }

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    [InlineData("::ffff:127.0.0.1", null)]
    [InlineData("203.0.113.9", 404)]
    [InlineData("10.0.0.1", 404)]
    [InlineData(null, 404)]
    public void Where_a_request_comes_from_decides(string? address, int? refusal)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        Assert.Equal(refusal, MetricsEndpoint.Refusal(http, null));
        Assert.Equal(401, MetricsEndpoint.Refusal(http, Token));
    }

    private static async Task<string> Scrape(Site site)
    {
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Token
        );
        var answer = await visitor.GetAsync("/metrics");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Karvan.Web.Tests.Measures;

/// <summary>Traces and metrics arrive at a collector of the test's own, and hold nothing about anybody.</summary>
public sealed class TelemetryTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_collector_gets_both_and_nothing_personal(Provider provider)
    {
        using var collector = new Collector();
        Guid firm;
        await using (var site = await Site.On(provider, ("Karvan:Otlp", collector.Address)))
        {
            firm = await site.FirmOf("00", VerificationState.Verified);
            var visitor = await site.SignedIn("expert");
            visitor.DefaultRequestHeaders.UserAgent.ParseAdd("TellTaleBrowser/1.0");
            await visitor.GetAsync($"/enterprises/{firm}");
            await visitor.GetAsync("/account/confirm?id=1&token=verysecret");
        }
        var traces = collector.Received("/v1/traces");
        var metrics = collector.Received("/v1/metrics");
        Assert.Contains("enterprises/{id", traces, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("karvan.change", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("karvan.audit.events", metrics, StringComparison.Ordinal);
        if (provider is Provider.Postgres)
        {
            Assert.Contains("db.query.text", traces, StringComparison.Ordinal);
        }
        foreach (var sent in new[] { traces, metrics })
        {
            Assert.DoesNotContain("verysecret", sent, StringComparison.Ordinal);
            Assert.DoesNotContain(firm.ToString(), sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("TellTaleBrowser", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("url.", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("Username=", sent, StringComparison.Ordinal);
        }
        Assert.All(collector.Types, t => Assert.Equal("application/x-protobuf", t));
    }

    [Theory]
    [InlineData("http://127.0.0.1:4318", null, "http://127.0.0.1:4318/")]
    [InlineData(null, "http://127.0.0.1:4317", null)]
    public void Either_setting_turns_it_on(string? ours, string? standard, string? endpoint)
    {
        var settings = Read(ours, standard);
        Assert.NotNull(settings);
        Assert.Equal(endpoint, settings.Endpoint?.ToString());
    }

    [Fact]
    public void Without_a_setting_nothing_is_sent() => Assert.Null(Read(null, null));

    [Fact]
    public void What_is_no_address_is_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read("collector:4318", null));
        Assert.Contains(
            "Karvan__Otlp is 'collector:4318'",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    private static OtlpSettings? Read(string? ours, string? standard) =>
        OtlpSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    KeyValuePair.Create("Karvan:Otlp", ours),
                    KeyValuePair.Create("OTEL_EXPORTER_OTLP_ENDPOINT", standard),
                ])
                .Build()
        );

    /// <summary>Takes whatever is posted, and keeps it by its path.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentQueue<(string Path, string? Type, byte[] Body)> posts = new();

        public Collector()
        {
            Address = Start();
            _ = Listen();
        }

        public string Address { get; }

        public IEnumerable<string?> Types => posts.Select(p => p.Type);

        /// <summary>Texts stand in protobuf as they are.</summary>
        public string Received(string path) =>
            string.Concat(
                posts.Where(p => p.Path == path).Select(p => Encoding.Latin1.GetString(p.Body))
            );

        public void Dispose() => listener.Close();

        private string Start()
        {
            // It cannot take any free port by itself, so it is offered some.
            for (var attempt = 0; ; attempt++)
            {
                var address = $"http://127.0.0.1:{Random.Shared.Next(20_000, 32_000)}";
                listener.Prefixes.Add(address + "/");
                try
                {
                    listener.Start();
                    return address;
                }
                catch (HttpListenerException) when (attempt < 20)
                {
                    listener.Prefixes.Clear();
                }
            }
        }

        private async Task Listen()
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                posts.Enqueue(
                    (
                        context.Request.Url?.AbsolutePath ?? "",
                        context.Request.ContentType,
                        body.ToArray()
                    )
                );
                context.Response.StatusCode = 200;
                context.Response.Close();
            }
        }
    }
}

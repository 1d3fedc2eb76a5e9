using Karvan.Web.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Karvan.Web.Tests.Startup;

public sealed class KarvanSettingsTests
{
    [Fact]
    public void Demo_does_not_start_in_production()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read("Production", "true"));
        Assert.Contains("Karvan__Demo", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "false", false)]
    [InlineData("Production", null, false)]
    [InlineData("Development", "true", true)]
    public void Demo_is_what_was_asked_for(string environment, string? demo, bool expected) =>
        Assert.Equal(expected, Read(environment, demo).Demo);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("karvan.example.ir")]
    [InlineData("ftp://karvan.example.ir")]
    [InlineData("https://karvan.example.ir/?a=b")]
    public void Without_an_address_it_does_not_start_in_production(string? address)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Read("Production", null, address)
        );
        Assert.Contains("Karvan__Address", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://karvan.example.ir/", "https://karvan.example.ir")]
    [InlineData("https://example.ir/karvan", "https://example.ir/karvan")]
    public void The_address_has_no_slash_behind_it(string said, string expected) =>
        Assert.Equal(expected, Read("Production", null, said).Address);

    /// <summary>Cookies of production travel over https alone: where it can never be seen, nobody could sign in.</summary>
    [Theory]
    [InlineData("https://karvan.example.ir", "", "http://127.0.0.1:5080", "Karvan__Proxies")]
    [InlineData("http://karvan.example.ir", "127.0.0.1", "http://127.0.0.1:5080", "https")]
    [InlineData("https://karvan.example.ir", "proxy", "http://127.0.0.1:5080", "Karvan__Proxies")]
    public void Where_https_is_never_seen_it_does_not_start_in_production(
        string address,
        string proxies,
        string urls,
        string named
    )
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Read("Production", null, address, proxies, urls)
        );
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_certificate_of_its_own_it_needs_no_proxy() =>
        Assert.Empty(
            Read(
                "Production",
                null,
                "https://karvan.example.ir",
                "",
                "https://0.0.0.0:443"
            ).Proxies.Trusted
        );

    [Theory]
    [InlineData("Staging")]
    [InlineData("Bench")]
    public void Demo_is_for_development_alone(string environment) =>
        Assert.Throws<InvalidOperationException>(() => Read(environment, "true"));

    private static KarvanSettings Read(
        string environment,
        string? demo,
        string? address = "https://karvan.example.ir",
        string? proxies = "127.0.0.1",
        string? urls = null
    ) =>
        KarvanSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    KeyValuePair.Create("Karvan:Demo", demo),
                    KeyValuePair.Create("Karvan:Address", address),
                    KeyValuePair.Create("Karvan:Proxies", proxies),
                    KeyValuePair.Create("urls", urls),
                ])
                .Build(),
            new Environment { EnvironmentName = environment }
        );

    private sealed class Environment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

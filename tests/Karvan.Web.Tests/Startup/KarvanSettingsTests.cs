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

    private static KarvanSettings Read(string environment, string? demo) =>
        KarvanSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create("Karvan:Demo", demo)])
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

using Xunit;

namespace Karvan.Architecture.Tests.Addresses;

public sealed class LiteralAddressTests
{
    private static readonly IReadOnlyList<(string Path, string Text)> Sources =
    [
        .. SourceFiles
            .Under("src/Karvan.Web")
            .Concat(SourceFiles.Pages())
            .Select(path => (path, SourceFiles.Text(path))),
    ];

    [Fact]
    public void No_page_is_named_by_its_address() =>
        Assert.Empty(
            Sources.SelectMany(s =>
                LiteralAddresses.In(s.Text).Select(found => $"{s.Path}: {found}")
            )
        );

    [Theory]
    [InlineData("return Redirect($\"/enterprises/{id}\");", "/enterprises/{id}")]
    [InlineData("new(\"/audit\", \"nav.audit\")", "/audit")]
    [InlineData("<a class=\"btn\" href=\"/jobs/@job.Id\">", "/jobs/@job.Id")]
    [InlineData("var link = $\"/{list}/row\";", "/{list}/row")]
    public void An_address_is_noticed(string sample, string found) =>
        Assert.Equal([found], LiteralAddresses.In(sample));

    [Theory]
    [InlineData("@page \"/enterprises/{id:guid}\"\n<h1></h1>")]
    [InlineData("<a href=\"@Links.Jobs.Details(job.Id)\">")]
    [InlineData("<a href=\"#top\">, <a href=\"?page=2\">")]
    [InlineData("app.MapHealthChecks(\"/health/live\");")]
    public void What_is_none_is_left_alone(string sample) =>
        Assert.Empty(LiteralAddresses.In(sample));

    [Fact]
    public void What_is_known_to_be_no_page_is_there() =>
        Assert.All(
            LiteralAddresses.NoPages,
            known => Assert.Contains(Sources, s => s.Text.Contains($"\"{known}"))
        );
}

using System.Text.RegularExpressions;
using Karvan.Web.Modules;
using Karvan.Web.Tests.Words;
using Xunit;

namespace Karvan.Web.Tests.Modules;

/// <summary>A folder of the web application uses only those before it.</summary>
public sealed partial class FolderTests
{
    private static readonly string[] Order =
    [
        "Settings",
        "Telemetry",
        "Components",
        "Authorization",
        "Modules",
        .. WebModules.All.Select(m => m.GetType().Namespace!.Split('.')[^1]),
        "Startup",
    ];

    [Fact]
    public void A_folder_uses_only_those_before_it() =>
        Assert.Empty(
            PageSources
                .Of(".cs", ".cshtml")
                .Where(s => s.Path.Contains('/', StringComparison.Ordinal))
                .SelectMany(s => Wrong(s.Path, s.Text))
        );

    [Fact]
    public void Every_folder_of_sources_has_its_place() =>
        Assert.Empty(
            PageSources
                .Of(".cs", ".cshtml")
                .Where(s => s.Path.Contains('/', StringComparison.Ordinal))
                .Select(s => s.Path.Split('/')[0])
                .Except([.. Order, "obj", "bin"], StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("Registry/Pages/Era/Add.cshtml.cs", "using Karvan.Web.Customs.Pages.Trade;")]
    [InlineData(
        "Components/Texts/Said.cs",
        "var place = Karvan.Web.Authorization.AskFirst.Of(http);"
    )]
    [InlineData("Modules/IWebModule.cs", "@using Karvan.Web.Startup")]
    public void A_use_of_a_later_folder_is_noticed(string path, string text) =>
        Assert.NotEmpty(Wrong(path, text));

    [Theory]
    [InlineData("Customs/Pages/Trade/Line.cshtml.cs", "using Karvan.Web.Registry.Pages.Era;")]
    [InlineData("Registry/Pages/Era/Add.cshtml.cs", "namespace Karvan.Web.Registry.Pages.Era;")]
    public void A_use_of_an_earlier_folder_passes(string path, string text) =>
        Assert.Empty(Wrong(path, text));

    private static IEnumerable<string> Wrong(string path, string text)
    {
        var own = Array.IndexOf(Order, path.Split('/')[0]);
        return Uses()
            .Matches(text)
            .Select(m => m.Groups["folder"].Value)
            .Distinct(StringComparer.Ordinal)
            .Where(folder => Array.IndexOf(Order, folder) > own)
            .Select(folder => $"{path} uses {folder}");
    }

    [GeneratedRegex(@"\bKarvan\.Web\.(?<folder>[A-Z]\w*)")]
    private static partial Regex Uses();
}

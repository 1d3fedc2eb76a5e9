using Microsoft.CodeAnalysis;

namespace Karvan.Links;

/// <summary>
/// Writes <c>Karvan.Web.Links</c>: the address of every page, by its folder and file. A page without values in its address is a
/// constant, one with values a method that takes them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LinksGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select(
            (options, _) =>
                options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder)
                    ? folder
                    : ""
        );
        var pages = context
            .AdditionalTextsProvider.Combine(project)
            .Select(
                (file, cancellation) =>
                    PageFile.Address(file.Right, file.Left.Path, file.Left.GetText(cancellation))
            )
            .Where(page => page.Name.Length > 0)
            .Collect();
        context.RegisterSourceOutput(
            pages,
            (output, found) => output.AddSource("Links.g.cs", LinkSource.Of(found))
        );
    }
}

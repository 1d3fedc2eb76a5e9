using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Karvan.Links;

/// <summary>A value in the address of a page: <c>{id:guid?}</c>.</summary>
internal sealed class RouteValue
{
    private readonly string name;
    private readonly string type;

    public RouteValue(Match found)
    {
        var stated = found.Groups["name"].Value;
        name = SyntaxFacts.GetKeywordKind(stated) == SyntaxKind.None ? stated : "@" + stated;
        type = TypeOf(found.Groups["constraint"].Value);
        Optional = found.Groups["optional"].Success;
    }

    public bool Optional { get; }

    public string Name => name;

    public string Parameter => Optional ? $"{type}? {name} = null" : $"{type} {name}";

    /// <summary>As it stands in an interpolated string; text stays one segment whatever it holds.</summary>
    public string Hole =>
        string.Equals(type, "string", StringComparison.Ordinal)
            ? $"{{(global::System.Uri.EscapeDataString({name}))}}"
            : $"{{{name}}}";

    private static string TypeOf(string constraint) =>
        constraint switch
        {
            ":guid" => "global::System.Guid",
            ":int" => "int",
            ":long" => "long",
            _ => "string",
        };
}

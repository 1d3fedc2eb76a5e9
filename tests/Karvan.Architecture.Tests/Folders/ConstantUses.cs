using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Karvan.Architecture.Tests.Folders;

/// <summary>
/// Uses that a compiled assembly no longer shows: constants and members of enums, whose values are copied, and <c>nameof</c>.
/// They are read off the source, <c>Fault.BadDate</c>, which works because a type name exists once.
/// </summary>
internal static partial class ConstantUses
{
    /// <summary>The constants of an assembly: the type and the name of each.</summary>
    public static IReadOnlyDictionary<string, ProjectType> Constants(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var found = new Dictionary<string, ProjectType>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var name = metadata.GetString(type.Name);
            if (!type.GetDeclaringType().IsNil || name.StartsWith('<'))
            {
                continue;
            }
            var home = new ProjectType(metadata.GetString(type.Namespace), name);
            found[name] = home;
            foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
            {
                if (field.Attributes.HasFlag(System.Reflection.FieldAttributes.Literal))
                {
                    found[$"{name}.{metadata.GetString(field.Name)}"] = home;
                }
            }
        }
        return found;
    }

    /// <summary>The constants that a source names, and what it asks the name of.</summary>
    public static IEnumerable<ProjectType> In(
        string source,
        IReadOnlyDictionary<string, ProjectType> constants
    )
    {
        var text = Comments().Replace(Literals().Replace(source, "\"\""), "");
        return Members()
            .Matches(text)
            .Select(m => m.Value)
            .Concat(Names().Matches(text).Select(m => m.Groups["type"].Value))
            .Concat(Statics().Matches(text).Select(m => m.Groups["type"].Value))
            .Where(constants.ContainsKey)
            .Select(name => constants[name])
            .Distinct();
    }

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\.[A-Z]\w*")]
    private static partial Regex Members();

    [GeneratedRegex(@"\bnameof\((?<type>[A-Z]\w*)")]
    private static partial Regex Names();

    [GeneratedRegex(@"^using static [\w.]*\.(?<type>\w+);", RegexOptions.Multiline)]
    private static partial Regex Statics();

    [GeneratedRegex("\"\"\".*?\"\"\"|(?<!\\$)\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Literals();

    [GeneratedRegex(@"//.*$|/\*.*?\*/", RegexOptions.Multiline)]
    private static partial Regex Comments();
}

using System.Xml.Linq;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Karvan.Architecture.Tests.Writes;

/// <summary>One line of the list: what a method does past the record of fields, and why it may.</summary>
internal sealed class AllowedWrite
{
    public List<string> Calls { get; init; } = [];
    public string Reason { get; init; } = "";
}

/// <summary>
/// Statements that the change tracker does not see, so that no field of theirs enters the record of changes. Each stands
/// in <c>WritesPastTheRecord.yaml</c> with the reason why the record misses nothing.
/// </summary>
internal static class WritesPastTheRecord
{
    public const string List = "tests/Karvan.Architecture.Tests/Writes/WritesPastTheRecord.yaml";

    /// <summary>Also what usually only reads: whoever hands over SQL of their own may hand over any.</summary>
    private static readonly string[] Beginnings =
    [
        "ExecuteUpdate",
        "ExecuteDelete",
        "ExecuteSql",
        "FromSql",
        "SqlQuery",
        "ExecuteNonQuery",
        "ExecuteScalar",
        "ExecuteReader",
        "BeginBinaryImport",
        "BeginTextImport",
        "BeginRawBinaryCopy",
    ];

    public static IReadOnlyDictionary<string, AllowedWrite> Allowed { get; } =
        Read(SourceFiles.Text(List));

    public static IReadOnlyDictionary<string, AllowedWrite> Read(string yaml) =>
        new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build()
            .Deserialize<SortedDictionary<string, AllowedWrite>>(yaml);

    public static bool IsOne(CompiledCall call) =>
        Beginnings.Any(b => call.Method.StartsWith(b, StringComparison.Ordinal))
        || call is { Type: "BulkRows", Method: "Into" };

    /// <returns>What each method calls, in the order of the names.</returns>
    public static SortedDictionary<string, List<string>> In(IEnumerable<string> assemblies) =>
        new(
            assemblies
                .SelectMany(CompiledCalls.Of)
                .Where(IsOne)
                .GroupBy(c => c.Place, StringComparer.Ordinal)
                .ToDictionary(
                    g => g.Key,
                    g => g.Select(Shown).Order(StringComparer.Ordinal).ToList(),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );

    /// <summary>Says by name what stands in only one of the two, or differs.</summary>
    public static IEnumerable<string> Differences(
        IReadOnlyDictionary<string, AllowedWrite> allowed,
        IReadOnlyDictionary<string, List<string>> found
    )
    {
        foreach (var (place, calls) in found)
        {
            if (!allowed.TryGetValue(place, out var line))
            {
                yield return $"{place}: found {string.Join(", ", calls)}, which {List} does not list; change the records one by one inside a change, or add a line with the reason";
            }
            else if (!calls.SequenceEqual(line.Calls.Order(StringComparer.Ordinal)))
            {
                yield return $"{place}: found {string.Join(", ", calls)}, {List} lists {string.Join(", ", line.Calls)}";
            }
        }
        foreach (var place in allowed.Keys.Except(found.Keys, StringComparer.Ordinal))
        {
            yield return $"{place}: listed in {List}, but nothing of the kind is there any more; take the line away";
        }
    }

    /// <summary>A reason is a sentence of its own.</summary>
    public static IEnumerable<string> WithoutReason(
        IReadOnlyDictionary<string, AllowedWrite> allowed
    ) =>
        allowed
            .Where(a => a.Value.Reason.Split(' ').Length < 5 || !a.Value.Reason.EndsWith('.'))
            .Select(a => $"{a.Key}: expected a sentence that says why, found '{a.Value.Reason}'");

    /// <summary>The assemblies of <c>src</c>, each by the name that its project gives it.</summary>
    /// <exception cref="FileNotFoundException">The tests do not reference one of them.</exception>
    public static IReadOnlyList<string> Assemblies() =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(SourceFiles.Root, "src"),
                    "*.csproj",
                    SearchOption.AllDirectories
                )
                .Select(project =>
                    XDocument.Load(project).Descendants("AssemblyName").SingleOrDefault()?.Value
                    ?? Path.GetFileNameWithoutExtension(project)
                )
                .Select(name => Path.Combine(AppContext.BaseDirectory, $"{name}.dll"))
                .Select(file =>
                    File.Exists(file)
                        ? file
                        : throw new FileNotFoundException(
                            $"{file} is not there: let the tests of the architecture reference its project."
                        )
                ),
        ];

    private static string Shown(CompiledCall call) =>
        call.Type is "BulkRows" ? $"{call.Type}.{call.Method}" : call.Method;
}

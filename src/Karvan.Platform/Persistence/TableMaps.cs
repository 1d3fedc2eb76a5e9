using System.Reflection;

namespace Karvan.Platform.Persistence;

/// <summary>The maps of all modules that stand beside this program, each after the one it names.</summary>
public static class TableMaps
{
    private static readonly Lazy<IReadOnlyList<ITableMap>> Found = new(Find);

    /// <summary>Where this assembly lies: tools load it from elsewhere than their own folder.</summary>
    private static string Beside => Path.GetDirectoryName(typeof(TableMaps).Assembly.Location)!;

    public static IReadOnlyList<ITableMap> All => Found.Value;

    /// <summary>
    /// Whatever project stands beside the program is one of its parts: nothing lists modules by hand, and no table is missing
    /// because nobody happened to use a type of its module yet.
    /// </summary>
    private static IReadOnlyList<ITableMap> Find()
    {
        var maps = Directory
            .EnumerateFiles(Beside, "Karvan.*.dll")
            .Select(f => Assembly.Load(AssemblyName.GetAssemblyName(f)))
            .SelectMany(a => a.GetTypes())
            .Where(t =>
                t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ITableMap))
            )
            .Select(t => (ITableMap)Activator.CreateInstance(t)!)
            .ToList();
        var ordered = new List<ITableMap>();
        Type? last = null;
        while (maps.Find(m => m.After == last) is { } next)
        {
            ordered.Add(next);
            last = next.GetType();
        }
        return ordered.Count == maps.Count
            ? ordered
            : throw new InvalidOperationException(
                $"Modules do not stand in one row; left over: {string.Join(", ", maps.Except(ordered).Select(m => m.GetType().Name))}."
            );
    }
}

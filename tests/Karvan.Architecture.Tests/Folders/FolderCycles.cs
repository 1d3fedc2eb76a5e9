namespace Karvan.Architecture.Tests.Folders;

/// <summary>Finds folders that use each other, at once or over others, in what types use.</summary>
internal static class FolderCycles
{
    private const int MostNamed = 8;

    /// <summary>One text for each knot of folders: its folders, and the types by which each uses the next.</summary>
    public static IEnumerable<string> In(IEnumerable<(ProjectType From, ProjectType To)> uses)
    {
        var between = uses.Where(u => Differ(u.From.Namespace, u.To.Namespace))
            .ToLookup(u => (From: u.From.Namespace, To: u.To.Namespace));
        var next = between.ToLookup(g => g.Key.From, g => g.Key.To, StringComparer.Ordinal);
        var reached = next.ToDictionary(
            g => g.Key,
            g => Reached(g.Key, next),
            StringComparer.Ordinal
        );
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in reached.Keys.Order(StringComparer.Ordinal))
        {
            // A knot: all that reach each other.
            var knot = reached[folder]
                .Where(f => reached.TryGetValue(f, out var back) && back.Contains(folder))
                .Order(StringComparer.Ordinal)
                .ToList();
            if (knot.Count == 0 || !told.Add(knot[0]))
            {
                continue;
            }
            var edges = between
                .Where(g => knot.Contains(g.Key.From) && knot.Contains(g.Key.To))
                .OrderBy(g => g.Key.From, StringComparer.Ordinal)
                .ThenBy(g => g.Key.To, StringComparer.Ordinal)
                .Select(g => $"  {g.Key.From} uses {g.Key.To}: {Named(g)}");
            yield return string.Join('\n', edges.Prepend(string.Join(", ", knot)));
        }
    }

    private static string Named(IEnumerable<(ProjectType From, ProjectType To)> uses)
    {
        var named = uses.Select(u => $"{u.From.Name} → {u.To.Name}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var more = named.Count > MostNamed ? $" and {named.Count - MostNamed} more" : "";
        return string.Join(", ", named.Take(MostNamed)) + more;
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            foreach (var other in next[folder].Where(reached.Add))
            {
                open.Push(other);
            }
        }
        return reached;
    }

    private static bool Differ(string a, string b) =>
        !string.Equals(a, b, StringComparison.Ordinal);
}

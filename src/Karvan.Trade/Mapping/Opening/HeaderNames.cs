namespace Karvan.Trade.Mapping.Opening;

/// <summary>Names of columns out of the rows of a header.</summary>
internal static class HeaderNames
{
    public const string Between = " / ";

    /// <summary>
    /// One name a column: what the rows say of it, from top to bottom. In the upper rows a blank cell means the same as
    /// the one to its left, as cells merged over several columns come out; unless a row further up has a cell of its
    /// own there, or the column has nothing of its own at all.
    /// </summary>
    public static IReadOnlyList<string> Join(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var width = rows.Max(r => r.Count);
        var names = new string[width];
        var inherited = new string[rows.Count];
        Array.Fill(inherited, "");
        for (var column = 0; column < width; column++)
        {
            var own = rows.Select(r => column < r.Count ? r[column] : "").ToList();
            var topmost = own.FindIndex(c => c.Length > 0);
            var parts = new List<string>();
            for (var row = 0; row < rows.Count; row++)
            {
                var last = row == rows.Count - 1;
                if (own[row].Length > 0 || (topmost >= 0 && topmost < row))
                {
                    inherited[row] = own[row];
                }
                if (topmost >= 0 && (last ? own[row] : inherited[row]) is { Length: > 0 } part)
                {
                    parts.Add(part);
                }
            }
            names[column] = string.Join(Between, parts);
        }
        return names;
    }
}

using System.Reflection;

namespace Karvan.Trade.Mapping.Words;

/// <summary>A table of two columns that is part of the program: words of files, and what they mean.</summary>
internal static class WordTable
{
    /// <summary>Words of columns: export, import, currencies, and what a row of totals is marked with.</summary>
    public static IReadOnlyList<WordMeaning> Fields { get; } = Read("Mapping/words.csv");

    /// <summary>Names by which customs files call the columns of each <see cref="Target"/>.</summary>
    public static IReadOnlyList<WordMeaning> Columns { get; } = Read("Mapping/column-words.csv");

    private static List<WordMeaning> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var words = new List<WordMeaning>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            words.Add(new(line[(comma + 1)..], line[..comma]));
        }
        return words;
    }
}

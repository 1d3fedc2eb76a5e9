using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>The header that was found, and where the rows of data begin.</summary>
/// <param name="Rows">The rows of the header as they stand in the file.</param>
/// <param name="First">The place of the first data row among the opening rows.</param>
internal sealed record TableHeader(
    HeaderPlace Place,
    IReadOnlyList<OpeningRow> Rows,
    int First,
    IReadOnlyList<string> Names
)
{
    private const int MostTried = 50;

    /// <summary>The header where the profile says it is, or else the first rows in which all columns of the profile are named.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public static TableHeader Of(
        string file,
        IReadOnlyList<OpeningRow> rows,
        MappingProfile profile
    )
    {
        if (profile.File.Header is { } place)
        {
            return At(file, rows, place);
        }
        var columns = Enum.GetValues<Target>().SelectMany(profile.ColumnsOf).ToList();
        if (columns.TrueForAll(c => ComparedWord.Of(c.Name).Length == 0))
        {
            return Likely(file, rows);
        }
        TableHeader? nearest = null;
        var most = 0;
        for (var first = 0; first < Math.Min(rows.Count, MostTried); first++)
        {
            for (var height = 1; height <= HeaderPlace.MostRows; height++)
            {
                if (first + height > rows.Count || rows[first + height - 1].IsBlank)
                {
                    break;
                }
                var header = From(rows, first, height);
                var places = new ColumnPlaces(header.Names);
                var found = columns.Count(c => places.Find(c, out _) is ColumnFault.None);
                if (found == columns.Count)
                {
                    return header;
                }
                (nearest, most) = found > most ? (header, found) : (nearest, most);
            }
        }
        return nearest ?? Likely(file, rows);
    }

    /// <summary>The header of a file nothing is known of.</summary>
    public static TableHeader Likely(string file, IReadOnlyList<OpeningRow> rows)
    {
        var (first, height) = HeaderSearch.Find([.. rows.Take(MostTried)]);
        return height == 0 ? throw NoHeader(file) : From(rows, first, height);
    }

    /// <exception cref="UnusableInputException">There are no such rows.</exception>
    public static TableHeader At(string file, IReadOnlyList<OpeningRow> rows, HeaderPlace place)
    {
        for (var first = 0; first < rows.Count; first++)
        {
            if (rows[first].Line == place.Row && first + place.Rows <= rows.Count)
            {
                var header = From(rows, first, place.Rows);
                return header.Rows.All(r => r.IsBlank)
                    ? throw new UnusableInputException(
                        $"{file}:{place.Row}: found a blank row, expected the header there; say in the profile where it is"
                    )
                    : header;
            }
        }
        throw new UnusableInputException(
            $"{file}: found no header in row {place.Row}, expected it within the first {OpeningRows.MostRows} rows; say in the profile where it is"
        );
    }

    private static TableHeader From(IReadOnlyList<OpeningRow> rows, int first, int height)
    {
        List<OpeningRow> own = [.. rows.Skip(first).Take(height)];
        return new(
            new HeaderPlace((int)own[0].Line, height),
            own,
            first + height,
            HeaderNames.Join([.. own.Select(r => r.Cells)])
        );
    }

    private static UnusableInputException NoHeader(string file) =>
        new($"{file}: found no row with the names of columns, expected one near the beginning");
}

using Karvan.Trade.Csv;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>A profile that was put together with one file: the places of all columns, and where the rows begin.</summary>
/// <param name="Width">Columns of the header.</param>
/// <param name="Ragged">Whether rows may be shorter than the header: cells at the end of a workbook's row that are blank are not there.</param>
internal sealed record MappingPlan(
    MappingProfile Profile,
    TableStart Start,
    TableHeader Header,
    IReadOnlyDictionary<Target, int[]> Columns,
    bool Ragged
)
{
    public int Width => Header.Names.Count;

    /// <summary>The place of a target's only column; −1 where it has none.</summary>
    public int ColumnOf(Target target) => Columns[target] is [var place] ? place : -1;

    /// <exception cref="UnusableInputException">The file cannot be used, or the profile does not fit it.</exception>
    public static MappingPlan Of(
        InputFile file,
        MappingProfile profile,
        long mostUnpacked,
        CancellationToken cancellation
    )
    {
        var text = OpenedText.Of(file, profile.File, mostUnpacked, cancellation);
        var opening = OpeningRows.Read(text, profile.File.Separator);
        var header = TableHeader.Of(file.Name, opening.Rows, profile);
        RefuseUnready(file.Name, profile);
        var places = new ColumnPlaces(header.Names);
        var columns = Enum.GetValues<Target>()
            .ToDictionary(
                t => t,
                t =>
                    profile
                        .ColumnsOf(t)
                        .Select(c => PlaceOf(file.Name, header, places, c))
                        .ToArray()
            );
        var last = header.Rows[^1];
        return new(
            profile,
            new TableStart(
                text.Open,
                opening.Separator,
                new CsvLayout(header.Names, [], header.Names.Count),
                last.EndOffset,
                last.EndLine
            ),
            header,
            columns,
            text.Sheets.Count > 0
        );
    }

    private static int PlaceOf(
        string file,
        TableHeader header,
        ColumnPlaces places,
        ColumnReference column
    )
    {
        var fault = places.Find(column, out var place);
        var at = $"{file}:{header.Place.Row}";
        return fault switch
        {
            ColumnFault.None => place,
            ColumnFault.Missing => throw new UnusableInputException(
                $"{at}: found no {column} among {Shown(header.Names)}, expected all columns of the profile"
            ),
            ColumnFault.Twice => throw new UnusableInputException(
                $"{at}: found the column {column} more than once, expected it once; say in the profile which place is meant"
            ),
            _ => throw new UnusableInputException(
                $"{at}: found another name than {column} in place {column.Place + 1}, expected the one of the profile"
            ),
        };
    }

    private static void RefuseUnready(string file, MappingProfile profile)
    {
        if (MappingCheck.Sources(profile).FirstOrDefault() is { } problem)
        {
            throw new UnusableInputException(
                $"{file}: found a profile without a source for {problem.Target}, expected one"
            );
        }
    }

    private static string Shown(IReadOnlyList<string> names)
    {
        const int Most = 30;
        return string.Join(", ", names.Take(Most).Select(n => $"'{Rejection.Shown(n)}'"))
            + (names.Count > Most ? ", …" : "");
    }
}

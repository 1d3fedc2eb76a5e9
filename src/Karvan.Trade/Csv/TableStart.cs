namespace Karvan.Trade.Csv;

/// <summary>Where the rows of a table begin in a file that was looked at before.</summary>
/// <param name="Open">Opens the file as UTF-8 text.</param>
/// <param name="Offset">Where the first row after the header begins in it.</param>
/// <param name="Line">The physical line of that place, from 1.</param>
internal sealed record TableStart(
    Func<Stream> Open,
    byte Separator,
    CsvLayout Layout,
    int Offset,
    long Line
);

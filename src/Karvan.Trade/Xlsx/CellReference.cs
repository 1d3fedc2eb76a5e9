namespace Karvan.Trade.Xlsx;

/// <summary>Names of cells such as <c>B12</c>, within the bounds of a sheet.</summary>
internal static class CellReference
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    /// <param name="text">The name.</param>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
    {
        var number = 0;
        var letters = 0;
        while (letters < text.Length && letters < 4 && char.IsAsciiLetterUpper(text[letters]))
        {
            number = number * 26 + (text[letters++] - 'A' + 1);
        }
        column = number - 1;
        row = 0;
        return number is >= 1 and <= LastColumn && TryRow(text[letters..], out row);
    }

    public static bool TryRow(ReadOnlySpan<char> text, out int row)
    {
        row = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) || row > LastRow)
            {
                return false;
            }
            row = row * 10 + (c - '0');
        }
        return row is >= 1 and <= LastRow;
    }

    public static string Name(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }
        return $"{letters}{row}";
    }
}

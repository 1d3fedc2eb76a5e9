namespace Karvan.Trade.Xlsx;

/// <summary>Tells number formats that show a day from those that show a number or only a time of day.</summary>
internal static class DateFormat
{
    /// <summary>
    /// Formats without a code in the file: ECMA-376 part 1, 18.8.30. Of the East Asian ones only those that are dates in
    /// every language count; the rest (32 to 35, 55, 56) are times in some of them, and their numbers stay numbers.
    /// </summary>
    public static bool IsDate(int builtIn) =>
        builtIn
            is (>= 14 and <= 17)
                or 22
                or (>= 27 and <= 31)
                or 36
                or (>= 50 and <= 54)
                or 57
                or 58;

    /// <summary>
    /// A year or a day makes a date; the letter m alone is a month unless hours or seconds stand beside it (minutes).
    /// </summary>
    public static bool IsDate(string code)
    {
        var (month, time) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, i, '"');
                    break;
                case '[':
                    // Colours, conditions, languages and currencies; elapsed times too, which are no dates.
                    var end = End(code, i, ']');
                    time |= IsElapsedTime(code.AsSpan(i + 1, end - i - 1));
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D':
                    return true;
                case 'm' or 'M':
                    month = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
                default:
                    break;
            }
        }
        return month && !time;
    }

    private static int End(string code, int start, char mark)
    {
        var end = code.IndexOf(mark, start + 1);
        return end < 0 ? code.Length : end;
    }

    private static bool IsElapsedTime(ReadOnlySpan<char> bracket) =>
        !bracket.IsEmpty && bracket.Trim("hHmMsS").IsEmpty;
}

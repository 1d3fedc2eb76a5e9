using System.Globalization;

namespace Karvan.Oracle;

/// <summary>What a single field may hold. Every method expects Latin digits already.</summary>
public static class Fields
{
    private static readonly PersianCalendar Solar = new();

    /// <summary>Persian (U+06F0…) and Arabic (U+0660…) digits as Latin ones.</summary>
    public static string LatinDigits(string raw) =>
        string.Concat(
            raw.Select(c =>
                c is >= '\u06F0' and <= '\u06F9' ? (char)('0' + (c - '\u06F0'))
                : c is >= '\u0660' and <= '\u0669' ? (char)('0' + (c - '\u0660'))
                : c
            )
        );

    public static string Text(string value) => value.Trim().ToUpperInvariant();

    public static bool OnlyDigits(string value) => value.Length > 0 && value.All(char.IsAsciiDigit);

    /// <summary>A legal id or a national code by its length alone; null when it is neither.</summary>
    public static string? ExporterId(string value)
    {
        var id = value.Trim();
        return OnlyDigits(id) && id.Length is 10 or 11 ? id : null;
    }

    /// <summary>Legal ids have 11 digits, national codes 10; of both the last is a check digit.</summary>
    public static bool CheckDigitHolds(string id)
    {
        if (id.Distinct().Count() == 1)
            return false;
        var digits = id.Select(c => c - '0').ToArray();
        return id.Length == 11 ? LegalIdHolds(digits) : NationalCodeHolds(digits);
    }

    private static bool LegalIdHolds(int[] digits)
    {
        int[] weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];
        var added = digits[9] + 2;
        var rest = weights.Select((w, i) => w * (digits[i] + added)).Sum() % 11;
        return digits[10] == (rest == 10 ? 0 : rest);
    }

    private static bool NationalCodeHolds(int[] digits)
    {
        var rest = Enumerable.Range(0, 9).Sum(i => digits[i] * (10 - i)) % 11;
        return digits[9] == (rest < 2 ? rest : 11 - rest);
    }

    /// <summary>A number, not trimmed: digits, and optionally a point and a fraction of so many digits at most.</summary>
    public static decimal? Number(string value, int decimals, decimal largest)
    {
        var parts = value.Split('.');
        if (parts.Length > 2 || !parts.All(OnlyDigits))
            return null;
        var whole = parts[0].TrimStart('0');
        var fraction = parts.Length == 2 ? parts[1] : "";
        if (fraction.Length > decimals || whole.Length > 12)
            return null;
        var number = decimal.Parse($"0{whole}.{fraction}0", CultureInfo.InvariantCulture);
        return number <= largest ? number : null;
    }

    /// <summary>A whole number of 1 to 9 digits; 01 equals 1.</summary>
    public static int? LineNo(string value) =>
        OnlyDigits(value) && value.Length <= 9
            ? int.Parse(value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A day, not trimmed: yyyy-mm-dd or yyyy/mm/dd; years 1200 to 1600 are Jalali, later ones Gregorian to the end of 1600.</summary>
    public static DateOnly? Date(string value)
    {
        if (value.Length != 10 || value[4] is not ('-' or '/') || value[7] != value[4])
            return null;
        string[] parts = [value[..4], value[5..7], value[8..]];
        if (!parts.All(OnlyDigits))
            return null;
        var numbers = parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var (year, month, day) = (numbers[0], numbers[1], numbers[2]);
        if (year < 1200 || month is < 1 or > 12 || day < 1)
            return null;
        if (year > 1600)
        {
            if (day > DateTime.DaysInMonth(year, month))
                return null;
            var gregorian = new DateOnly(year, month, day);
            return SolarYear(gregorian) is >= 1200 and <= 1600 ? gregorian : null;
        }
        return day <= Solar.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(Solar.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;
    }

    /// <summary>The solar year of a day. Days before the calendar's first are in no data year.</summary>
    public static int SolarYear(DateOnly day) => Solar.GetYear(day.ToDateTime(TimeOnly.MinValue));
}

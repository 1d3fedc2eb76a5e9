using System.Globalization;

namespace Karvan.Oracle;

/// <summary>Writes one value in one of the many ways that mean the same.</summary>
public sealed class Disguise(Dice dice, bool enabled)
{
    private static readonly PersianCalendar Solar = new();

    /// <summary>A text that is compared trimmed and without case.</summary>
    public string Text(string value)
    {
        if (!enabled)
            return value;
        var cased = dice.Whole(0, 5) switch
        {
            0 => value.ToLowerInvariant(),
            1 => value.ToUpperInvariant(),
            2 => string.Concat(
                value.Select(
                    (c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)
                )
            ),
            _ => value,
        };
        var padded = dice.Whole(0, 11) switch
        {
            0 => " " + cased,
            1 => cased + "  ",
            2 => "\t" + cased + " ",
            _ => cased,
        };
        return Digits(padded);
    }

    /// <summary>A whole number of up to 9 digits.</summary>
    public string LineNo(int value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return Digits(
            enabled && dice.Chance(15) ? text.PadLeft(dice.Whole(text.Length, 9), '0') : text
        );
    }

    /// <summary>An amount in its smallest unit, with so many decimals at most.</summary>
    public string Amount(long units, int decimals)
    {
        var one = 1L;
        for (var i = 0; i < decimals; i++)
            one *= 10;
        var whole = (units / one).ToString(CultureInfo.InvariantCulture);
        var fraction = (units % one).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
        if (!enabled)
            return $"{whole}.{fraction}";

        var significant = fraction.TrimEnd('0').Length;
        fraction = fraction[..dice.Whole(significant, decimals)];
        if (dice.Chance(5))
            whole = whole.PadLeft(dice.Whole(1, 25), '0');
        return Digits(fraction.Length == 0 ? whole : $"{whole}.{fraction}");
    }

    /// <summary>A number as it stands.</summary>
    public string Number(string value) => Digits(value);

    public string Date(DateOnly day)
    {
        var jalali = dice.Chance(50);
        var separator = enabled && dice.Chance(50) ? '/' : '-';
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (y, m, d) = jalali
            ? (Solar.GetYear(time), Solar.GetMonth(time), Solar.GetDayOfMonth(time))
            : (day.Year, day.Month, day.Day);
        return Digits($"{y:0000}{separator}{m:00}{separator}{d:00}");
    }

    /// <summary>Latin, Persian or Arabic digits, or all of them in turn.</summary>
    private string Digits(string value)
    {
        var script = enabled ? dice.Whole(0, 11) : 11;
        return script > 2
            ? value
            : string.Concat(
                value.Select(
                    (c, i) => char.IsAsciiDigit(c) ? Digit(c, script < 2 ? script : i % 3) : c
                )
            );
    }

    private static char Digit(char c, int script) =>
        script switch
        {
            0 => (char)('\u06F0' + (c - '0')),
            1 => (char)('\u0660' + (c - '0')),
            _ => c,
        };
}

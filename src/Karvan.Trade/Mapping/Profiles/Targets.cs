using Karvan.Rules.Facts;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>What a customs line is made of, in the order in which a line is checked.</summary>
public enum Target
{
    Declaration,
    LineNumber,
    Flow,
    Date,
    Exporter,
    HsCode,
    Country,
    Value,
    Currency,
    Weight,
}

/// <summary>Where line numbers come from.</summary>
public enum LineNumbering
{
    /// <summary>A column holds them.</summary>
    Column,

    /// <summary>Counted from 1 within each declaration, in the order of the file.</summary>
    Counted,

    /// <summary>
    /// The file has no declaration number: the columns named in its place are the key together, blank ones among them,
    /// and lines with the same key are counted from 1 in the order of the file.
    /// </summary>
    SubstituteKey,
}

/// <summary>What a line is known by.</summary>
/// <param name="Columns">
/// One column, or several that are joined by <c>-</c>; a dash inside a part is doubled, so that no two keys become one.
/// </param>
/// <param name="Line">The column of the line number, where it is one.</param>
/// <remarks>
/// Where lines are counted, every row with a readable key takes a number, a bad one too: putting one row right does
/// not give those after it other numbers. Rows of totals and repeated headers take none. Order matters only among rows
/// of one key.
/// </remarks>
public sealed record DeclarationSource(
    IReadOnlyList<ColumnReference> Columns,
    LineNumbering Numbering,
    ColumnReference Line
);

/// <summary>Export or import: the same for all lines, or by the words of a column.</summary>
/// <param name="Words">Words beside the known ones; they mean <c>export</c> or <c>import</c>.</param>
public sealed record FlowSource(
    ColumnReference Column,
    TradeFlow? Fixed,
    IReadOnlyList<WordMeaning> Words
);

public enum DateCalendar
{
    /// <summary>A year up to <see cref="SolarCalendar.LastYear"/> is Jalali.</summary>
    Auto,
    Jalali,
    Gregorian,
}

public enum DateOrder
{
    Ymd,
    Dmy,
    Mdy,
}

/// <summary>The day of a line. A date of the other calendar is refused unless the calendar is <see cref="DateCalendar.Auto"/>.</summary>
public sealed record DateSource(
    ColumnReference Column,
    DateCalendar Calendar = DateCalendar.Auto,
    DateOrder Order = DateOrder.Ymd
);

/// <param name="GiveBackZeros">
/// Whether zeros in front that a spreadsheet took are given back, where the check digit then holds for exactly one of
/// the two lengths.
/// </param>
public sealed record ExporterSource(ColumnReference Column, bool GiveBackZeros = false);

/// <param name="GiveBackZero">Whether a code of 5, 7, 9 or 11 digits gets the zero in front that a spreadsheet took.</param>
public sealed record HsCodeSource(ColumnReference Column, bool GiveBackZero = false);

/// <summary>The marks in numbers. Nothing is guessed: <c>1,234</c> is read as these say, or refused.</summary>
/// <param name="Point">What stands before the fraction, one of <see cref="Points"/>.</param>
/// <param name="Groups">Some of <see cref="GroupMarks"/>; allowed only where they cut the whole part into threes.</param>
public sealed record NumberMarks(char Point = '.', string Groups = "")
{
    public const string Points = ".,/\u066B";

    /// <summary>Comma, point, apostrophe, Arabic thousands mark, blank (of any width).</summary>
    public const string GroupMarks = ",.'\u066C ";
}

/// <summary>The value of a line.</summary>
/// <param name="Currency">A code of three letters or a known unit, for all lines; null where <paramref name="CurrencyColumn"/> says it.</param>
/// <param name="Words">Words beside the known ones; they mean a code of three letters, or <c>toman</c>.</param>
public sealed record ValueSource(
    ColumnReference Column,
    NumberMarks Marks,
    string? Currency,
    ColumnReference CurrencyColumn,
    IReadOnlyList<WordMeaning> Words
);

public enum WeightUnit
{
    Kilogram,
    Tonne,
    Gram,
}

/// <summary>The net weight of a line.</summary>
public sealed record WeightSource(
    ColumnReference Column,
    NumberMarks Marks,
    WeightUnit Unit = WeightUnit.Kilogram
);

using Karvan.Rules.Facts;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>The words that stand in a profile's JSON for the members of closed lists.</summary>
internal static class ProfileWords
{
    public static readonly (TextEncoding, string)[] Encodings =
    [
        (TextEncoding.Auto, "auto"),
        (TextEncoding.Utf8, "utf-8"),
        (TextEncoding.Utf16, "utf-16"),
        (TextEncoding.Windows1256, "windows-1256"),
    ];

    public static readonly (FieldSeparator, string)[] Separators =
    [
        (FieldSeparator.Auto, "auto"),
        (FieldSeparator.Comma, "comma"),
        (FieldSeparator.Semicolon, "semicolon"),
        (FieldSeparator.Tab, "tab"),
        (FieldSeparator.Pipe, "pipe"),
    ];

    public static readonly (LineNumbering, string)[] Numberings =
    [
        (LineNumbering.Column, "column"),
        (LineNumbering.Counted, "counted"),
        (LineNumbering.SubstituteKey, "substitute-key"),
    ];

    public static readonly (TradeFlow, string)[] Flows =
    [
        (TradeFlow.Export, "export"),
        (TradeFlow.Import, "import"),
    ];

    public static readonly (DateCalendar, string)[] Calendars =
    [
        (DateCalendar.Auto, "auto"),
        (DateCalendar.Jalali, "jalali"),
        (DateCalendar.Gregorian, "gregorian"),
    ];

    public static readonly (DateOrder, string)[] Orders =
    [
        (DateOrder.Ymd, "ymd"),
        (DateOrder.Dmy, "dmy"),
        (DateOrder.Mdy, "mdy"),
    ];

    public static readonly (WeightUnit, string)[] Units =
    [
        (WeightUnit.Kilogram, "kg"),
        (WeightUnit.Tonne, "t"),
        (WeightUnit.Gram, "g"),
    ];

    public static readonly (RateMeaning, string)[] Meanings =
    [
        (RateMeaning.PerUsd, "per-usd"),
        (RateMeaning.UsdPer, "usd-per"),
    ];

    public static string Of<T>((T Member, string Word)[] words, T member)
        where T : struct, Enum =>
        Array.Find(words, w => EqualityComparer<T>.Default.Equals(w.Member, member)).Word;
}

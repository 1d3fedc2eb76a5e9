using System.Text.RegularExpressions;

namespace Karvan.Rules.Grammar;

/// <summary>Shapes that stand in many places of the grammar.</summary>
internal static partial class CommonShapes
{
    private const int MostPoints = 100_000;

    public static readonly WordsShape Words = new();

    public static readonly PatternShape Id = new(
        IdPattern(),
        "an id: letters, digits, '.', '-' or '_'"
    );

    public static readonly NumberShape Points = new(0, MostPoints, 2);

    public static readonly NumberShape Percent = new(0, 100, 2);

    public static readonly PatternShape YearName = new(
        YearNamePattern(),
        "a year name: last, last-1, last-2, …, window or five"
    );

    public static readonly PatternShape SingleYear = new(
        SingleYearPattern(),
        "a single year: last, last-1, last-2, …"
    );

    public static readonly ListShape YearNames = new(YearName);

    public static readonly NamedShape LocalText = new(
        "local-text",
        new MapShape(
            "a text in Persian (fa) and English (en)",
            new Key("fa", Words, "Persian."),
            new Key("en", Words, "English.")
        )
    );

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^last(-[1-9])?$")]
    private static partial Regex SingleYearPattern();

    [GeneratedRegex("^(last(-[1-9])?|window|five)$")]
    private static partial Regex YearNamePattern();
}

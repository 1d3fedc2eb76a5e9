namespace Karvan.Texts;

/// <summary>The characters of Unicode that keep a run from turning the text around it, and those that could turn it.</summary>
public static class DirectionMarks
{
    public const char IsolateStart = '\u2068';
    public const char IsolateEnd = '\u2069';

    private const char FirstTurning = '\u202A';
    private const char LastTurning = '\u2069';

    public static string Isolate(string text) => IsolateStart + text + IsolateEnd;

    /// <summary>Embeddings, overrides and isolates: inside a name they would turn what stands around it.</summary>
    public static bool Turns(char c) =>
        c is (>= FirstTurning and <= '\u202E') or (>= '\u2066' and <= LastTurning);

    /// <summary>The text without the marks that could turn its surroundings.</summary>
    public static string Without(string text) =>
        text.AsSpan().IndexOfAnyInRange(FirstTurning, LastTurning) < 0
            ? text
            : string.Concat(text.Where(c => !Turns(c)));
}

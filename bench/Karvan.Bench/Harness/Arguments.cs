using System.Globalization;

namespace Karvan.Bench.Harness;

/// <summary>What a part of the bench is asked for: numbers, each behind its name, and whether to write.</summary>
/// <param name="Numbers">In the order in which they were said; from 0.</param>
internal sealed record Arguments(IReadOnlyList<(string Name, long Value)> Numbers, bool Write)
{
    /// <summary>Takes <c>--against COMMIT</c> out of what was said.</summary>
    /// <param name="rest">What else was said; null when no commit stands behind the name.</param>
    public static string? Against(ReadOnlySpan<string> args, out string[]? rest)
    {
        var at = args.IndexOf("--against");
        if (at < 0)
        {
            rest = [.. args];
            return null;
        }
        if (at + 1 == args.Length)
        {
            rest = null;
            return null;
        }
        rest = [.. args[..at], .. args[(at + 2)..]];
        return args[at + 1];
    }

    /// <returns>Null when a name has no number behind it, or it is none.</returns>
    public static Arguments? Parse(ReadOnlySpan<string> args)
    {
        var numbers = new List<(string, long)>();
        var write = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--write")
            {
                write = true;
                continue;
            }
            if (
                i + 1 == args.Length
                || !long.TryParse(
                    args[i + 1],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number > int.MaxValue
            )
            {
                return null;
            }
            numbers.Add((args[i++], number));
        }
        return new Arguments(numbers, write);
    }
}

using System.Globalization;
using System.Reflection;

namespace Karvan.Platform.Deadlines;

/// <summary>When people are reminded of deadlines: the table <c>reminders.csv</c> of a module, which an officer can read.</summary>
public static class ReminderTable
{
    private const string File = "reminders.csv";
    private const string Columns = "kind,days_before";

    /// <summary>
    /// For each kind the days before its last day on which people are reminded, the earliest first; a negative number is a day
    /// after it, on which they are told that it went by.
    /// </summary>
    /// <exception cref="InvalidOperationException">A line is none; it names the line and what was expected.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Of(Assembly module)
    {
        using var stream = module.GetManifestResourceStream(File);
        if (stream is null)
        {
            return new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        }
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    internal static IReadOnlyDictionary<string, IReadOnlyList<int>> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines[0] != Columns)
        {
            throw new InvalidOperationException(
                $"{File} begins with '{lines[0]}'; '{Columns}' was expected."
            );
        }
        return lines
            .Select((line, at) => (Fields: line.Split(','), Line: at + 1))
            .Skip(1)
            .Where(l => l.Fields is not [""])
            .Select(l =>
                l.Fields is [{ Length: > 0 } kind, var days]
                && int.TryParse(
                    days,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var before
                )
                    ? (Kind: kind, Before: before)
                    : throw new InvalidOperationException(
                        $"{File}, line {l.Line}: a kind of deadline and a whole number of days were expected."
                    )
            )
            .GroupBy(l => l.Kind, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<int>)[.. g.Select(l => l.Before).Distinct().OrderDescending()],
                StringComparer.Ordinal
            );
    }
}

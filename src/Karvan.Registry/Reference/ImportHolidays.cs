using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;

namespace Karvan.Registry.Reference;

/// <summary>What is wrong with a line of pasted holidays.</summary>
public enum HolidayLineFault
{
    /// <summary>Its first field is no day.</summary>
    DayUnreadable,

    NameMissing,

    /// <summary>The list has no room for it.</summary>
    NameTooLong,

    /// <summary>Two lines for one day.</summary>
    DayTwice,

    /// <summary>The list has the day under another name.</summary>
    DayTaken,
}

/// <param name="Line">From 1.</param>
/// <param name="Text">The line as it was pasted.</param>
public sealed record HolidayLine(int Line, string Text, HolidayLineFault Fault);

/// <param name="Known">Lines that the list had already, as they are.</param>
/// <param name="Faults">With any, nothing was added.</param>
public sealed record HolidayImport(int Added, int Known, IReadOnlyList<HolidayLine> Faults);

/// <summary>
/// Takes many holidays at once: a line each, with the day, its name in Persian and, if wanted, in English, parted by commas,
/// semicolons or tabs. One of the lunar calendar is told by its usual name, or by its code in a fourth field. All of them or none.
/// </summary>
public sealed class ImportHolidays(KarvanContext db, Changes changes)
{
    public async Task<HolidayImport> Run(
        string? pasted,
        string? source,
        bool examples = false,
        CancellationToken cancellation = default
    )
    {
        var faults = new List<HolidayLine>();
        var entries = Read(pasted, source, examples, faults);
        await using var change = await changes.Begin(RegistryActs.EditReference, cancellation);
        var there = (await db.Standing<Holiday>(null, cancellation)).ToDictionary(h => h.Day);
        var known = 0;
        var added = new List<Holiday>();
        foreach (var (line, text, entry) in entries)
        {
            if (!there.TryGetValue(entry.Day, out var same))
            {
                added.Add(new Holiday().Take(entry));
            }
            else if (PersianText.SearchKey(same.NameFa) == PersianText.SearchKey(entry.NameFa))
            {
                known++;
            }
            else
            {
                faults.Add(new HolidayLine(line, text, HolidayLineFault.DayTaken));
            }
        }
        if (faults.Count > 0 || added.Count == 0)
        {
            return new HolidayImport(0, known, [.. faults.OrderBy(f => f.Line)]);
        }
        db.AddRange(added);
        await change.Commit(new HolidaysImported(added.Count), cancellation);
        return new HolidayImport(added.Count, known, []);
    }

    private static int? Longest =>
        FieldDescription.Of(typeof(Holiday), nameof(Holiday.NameFa)).Limit;

    private static List<(int Line, string Text, HolidayEntry Entry)> Read(
        string? pasted,
        string? source,
        bool examples,
        List<HolidayLine> faults
    )
    {
        var entries = new List<(int, string, HolidayEntry)>();
        var days = new HashSet<DateOnly>();
        foreach (
            var (text, number) in (pasted ?? "").Split('\n').Select((t, i) => (t.Trim(), i + 1))
        )
        {
            if (text.Length == 0)
            {
                continue;
            }
            var fields = text.Split([',', ';', '\t', '،', '؛'], StringSplitOptions.TrimEntries)
                .Select(f => f.Trim('"', '\uFEFF'))
                .ToArray();
            HolidayLineFault? fault =
                !SolarDate.TryParse(fields[0], out var day) ? HolidayLineFault.DayUnreadable
                : fields.Length < 2 || fields[1].Length == 0 ? HolidayLineFault.NameMissing
                : fields.Skip(1).Take(2).Any(n => n.Length > Longest) ? HolidayLineFault.NameTooLong
                : !days.Add(day) ? HolidayLineFault.DayTwice
                : null;
            if (fault is { } wrong)
            {
                faults.Add(new HolidayLine(number, text, wrong));
                continue;
            }
            var english = fields.Length > 2 ? fields[2] : null;
            var lunar = LunarHoliday.CodeOf(fields.ElementAtOrDefault(3) ?? fields[1]);
            entries.Add(
                (number, text, new HolidayEntry(day, fields[1], english, source, examples, lunar))
            );
        }
        return entries;
    }
}

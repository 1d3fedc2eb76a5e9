using System.Globalization;

namespace Karvan.Bench.Pages;

/// <summary>Processor time of every PostgreSQL process of this machine, from the kernel's table of processes.</summary>
internal static class PostgresTime
{
    // Clock ticks of the kernel's interface: 100 a second on every Linux.
    private const double TicksASecond = 100;

    // After the name in brackets: state is the first field, user and system time the twelfth and thirteenth, then those
    // of children that have ended.
    private const int UserTime = 11;
    private const int Fields = 4;

    public static TimeSpan Now() =>
        TimeSpan.FromSeconds(
            Directory
                .EnumerateDirectories("/proc")
                .Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
                .Sum(folder => Ticks(Path.Combine(folder, "stat"))) / TicksASecond
        );

    private static long Ticks(string file)
    {
        string stat;
        try
        {
            stat = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended between the two looks.
            return 0;
        }
        if (!stat.Contains("(postgres)", StringComparison.Ordinal))
        {
            return 0;
        }
        return stat[(stat.LastIndexOf(')') + 2)..]
            .Split(' ')
            .Skip(UserTime)
            .Take(Fields)
            .Sum(t => long.Parse(t, CultureInfo.InvariantCulture));
    }
}

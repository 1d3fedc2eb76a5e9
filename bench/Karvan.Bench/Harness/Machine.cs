using System.Globalization;
using System.Runtime.InteropServices;

namespace Karvan.Bench.Harness;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const double BytesPerGiB = 1L << 30;

    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGiB:0} GiB of memory, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}"
        );

    private static string Processor()
    {
        const string Table = "/proc/cpuinfo";
        var line = File.Exists(Table)
            ? File.ReadLines(Table)
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}

namespace Karvan.Trade.Demo;

/// <summary>
/// Writes invented but lifelike input for <c>karvan score</c>: firms, five years of customs lines, evidence, compliance.
/// Same options, same bytes, on any machine.
/// </summary>
public static class DemoFolder
{
    /// <summary>Writes the input folder. Years alternate between Jalali dates (the last year) and Gregorian ones.</summary>
    /// <param name="options">What to write.</param>
    /// <param name="outDir">Made where missing; files of the same names are replaced.</param>
    /// <param name="progress">Told the good lines written so far, about every megabyte.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The folder cannot be written, or holds declarations of another set, which would be read with these.</exception>
    public static DemoReport Write(
        DemoOptions options,
        string outDir,
        Action<long>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(outDir);
        DemoLimits.Check(options);
        string[] declarations = [.. options.Years.Select(year => $"declarations-{year}.csv")];
        RefuseOthers(outDir, declarations);

        var tables = DemoTables.Load(options.ProductGroups);
        var roster = FirmRoster.Draw(options, tables);
        var names = new FirmNames(options, roster, tables);
        var bytes = ExporterFile.Write(
            Path.Combine(outDir, ExporterFile.Name),
            options,
            roster,
            tables,
            names
        );
        var evidence = new DemoEvidenceFile(options, roster, tables, names).Write(
            Path.Combine(outDir, DemoEvidenceFile.Name)
        );
        var compliance = DemoComplianceFile.Write(
            Path.Combine(outDir, DemoComplianceFile.Name),
            options,
            roster
        );
        bytes += evidence.Bytes + compliance.Bytes;

        var shares = new LineShares(roster, tables, options.Lines);
        var numbers = new CottageNumbers(tables.Provinces.Length);
        var faults = new FaultLines(options);
        var file = new DeclarationFile(options, roster, tables, numbers, faults, progress);
        for (var year = 0; year < declarations.Length; year++)
        {
            var plan = new YearPlan(roster, shares, options, year);
            var days = new SolarYear(
                options.Years[year],
                jalali: (declarations.Length - year) % 2 == 1
            );
            bytes += file.Write(Path.Combine(outDir, declarations[year]), plan, days, year);
        }
        return new DemoReport(
            [ExporterFile.Name, DemoEvidenceFile.Name, DemoComplianceFile.Name, .. declarations],
            options.Exporters,
            file.Lines,
            file.Declarations,
            faults.Written,
            evidence.Rows,
            compliance.Rows,
            bytes
        );
    }

    private static void RefuseOthers(string outDir, string[] declarations)
    {
        Directory.CreateDirectory(outDir);
        var other = Directory
            .EnumerateFiles(outDir, "declarations*")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => !declarations.Contains(name, StringComparer.Ordinal));
        if (other is not null)
            throw new IOException($"{other} stands there already, and would be read with the demo");
    }
}

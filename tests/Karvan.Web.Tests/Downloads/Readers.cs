using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Karvan.Web.Tests.Downloads;

/// <summary>Rows of a file as other people's programs read them.</summary>
internal static class Readers
{
    private const string Ssconvert = "/usr/bin/ssconvert";

    public static bool HasGnumeric { get; } = File.Exists(Ssconvert);

    public static IReadOnlyList<string[]> Csv(byte[] file)
    {
        using var reader = CsvReader.Create(file, new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }
        return rows;
    }

    public static IReadOnlyList<string[]> Npoi(byte[] file)
    {
        var sheet = new XSSFWorkbook(new MemoryStream(file)).GetSheetAt(0);
        return
        [
            .. Enumerable
                .Range(0, sheet.LastRowNum + 1)
                .Select(i => sheet.GetRow(i))
                .Select(row =>
                    Enumerable.Range(0, row.LastCellNum).Select(i => Text(row.GetCell(i))).ToArray()
                ),
        ];
    }

    /// <returns>Null where there is no Gnumeric.</returns>
    public static async Task<IReadOnlyList<string[]>?> Gnumeric(byte[] file)
    {
        if (!HasGnumeric)
        {
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("karvan-sheet-");
        try
        {
            var from = Path.Combine(folder.FullName, "table.xlsx");
            var to = Path.Combine(folder.FullName, "table.txt");
            await File.WriteAllBytesAsync(from, file);
            using var run = Process.Start(
                new ProcessStartInfo(Ssconvert)
                {
                    ArgumentList =
                    {
                        "--export-type=Gnumeric_stf:stf_assistant",
                        "-O",
                        "separator=, format=raw charset=UTF-8",
                        from,
                        to,
                    },
                    UseShellExecute = false,
                    RedirectStandardError = true,
                }
            )!;
            var said = await run.StandardError.ReadToEndAsync();
            await run.WaitForExitAsync();
            return run.ExitCode == 0
                ? Csv(await File.ReadAllBytesAsync(to))
                : throw new InvalidOperationException($"ssconvert: {said}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(ICell? cell) =>
        cell?.CellType switch
        {
            null or CellType.Blank => "",
            CellType.Numeric => cell.NumericCellValue.ToString("R", CultureInfo.InvariantCulture),
            _ => cell.StringCellValue,
        };
}

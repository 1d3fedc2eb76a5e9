using System.Text;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Tests.Xlsx;

/// <summary>Keeps workbooks in a folder of its own and reads them as the program does.</summary>
internal sealed class WorkbookFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("karvan-xlsx-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public InputFile Save(byte[] workbook)
    {
        var path = Path.Combine(folder, "lines.xlsx");
        File.WriteAllBytes(path, workbook);
        return new InputFile("lines.xlsx", path);
    }

    public string Read(RawWorkbook workbook) => Read(Save(workbook.ToBytes()));

    /// <param name="file">The workbook.</param>
    /// <param name="atOnce">The most bytes that are asked for at once.</param>
    public static string Read(InputFile file, int atOnce = 1 << 16)
    {
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes, atOnce);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

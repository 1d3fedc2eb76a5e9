using System.Text;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Reading;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>A rejected row, as a person sees it.</summary>
internal sealed record SetAside(long Line, Fault Fault, string Column, string Value);

/// <summary>What came of a file.</summary>
internal sealed record MappedResult(
    IReadOnlyList<SaidLine> Lines,
    IReadOnlyList<SetAside> SetAside,
    MappedTally Tally
);

/// <summary>Keeps files in a folder of its own and reads them under profiles.</summary>
internal sealed class MappedFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("karvan-map-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public InputFile Save(byte[] bytes, string name = "lines.csv")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return new(name, path);
    }

    public InputFile Save(string text, string name = "lines.csv") =>
        Save(Encoding.UTF8.GetBytes(text), name);

    public MappedResult Read(string text, MappingProfile profile) => Read(Save(text), profile);

    public static MappedResult Read(
        InputFile file,
        MappingProfile profile,
        ReadingOptions? options = null
    )
    {
        using var log = new RejectionLog();
        var sinks = new List<KeptLines>();
        var tally = MappedReading.Read(
            file,
            profile,
            Country,
            () =>
            {
                var sink = new KeptLines();
                sinks.Add(sink);
                return sink;
            },
            log,
            options ?? new ReadingOptions(Threads: 1)
        );
        return new(
            [.. sinks.SelectMany(s => s.Lines).OrderBy(l => l.Source)],
            [.. log.InOrder().Select(r => new SetAside(r.Line, r.Fault, r.Column, r.Value))],
            tally
        );
    }

    public static FilePreview Preview(InputFile file, MappingProfile? settings = null) =>
        FilePreview.Read(file, settings, CancellationToken.None);

    /// <summary>The countries these tests know.</summary>
    public static string? Country(string word) =>
        word.Replace('ي', 'ی').Replace('ك', 'ک').ToUpperInvariant() switch
        {
            "DE" or "DEU" or "GERMANY" or "آلمان" => "DE",
            "IQ" or "IRAQ" or "عراق" => "IQ",
            "AF" or "AFGHANISTAN" or "افغانستان" => "AF",
            "TR" or "TURKEY" or "ترکیه" => "TR",
            "IR" or "IRAN" or "ایران" => "IR",
            _ => null,
        };
}

using System.IO.Compression;
using System.Text;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Three firms, a few lines, nothing to reject; a test changes what it is about.</summary>
internal sealed class SmallInput : IDisposable
{
    public const string First = "0499370899";
    public const string Second = "10380284790";
    public const string Third = "14005893875";

    public const string ExportersHeader = "exporter_id,name,province,product_group";
    public const string DeclarationsHeader =
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg";
    public const string EvidenceHeader = "exporter_id,criterion,item,country,quantity,level,status";
    public const string ComplianceHeader =
        "exporter_id,smuggling,fx_obligation_met,fx_return_ratio";

    public const string GoodLine =
        $"EX1,1,export,1401-07-05,{Second},842320,IQ,700000.00,35000.000";

    private readonly Scratch scratch = new();

    public SmallInput()
    {
        Directory.CreateDirectory(Folder);
        Write(
            "exporters.csv",
            ExportersHeader,
            $"{First},Aras,03,metals",
            $"{Second},Karvan,03,",
            $"{Third},Sahand,23,machinery"
        );
        Write(
            "declarations.csv",
            DeclarationsHeader,
            GoodLine,
            $"EX1,2,export,1400-01-01,{Second},842320,IQ,200000,10000",
            $"EX2,1,export,2021-03-20,{Second},080251,AF,100000,1000",
            $"IM1,1,import,1401/12/29,{Second},270900,AE,5000,90",
            $"EX3,1,export,1401-02-02,{Third},84232000,DE,90000,30"
        );
        Write(
            "evidence.csv",
            EvidenceHeader,
            $"{Second},R6.1,,IQ,,,accepted",
            $"{Third},R3.4,Laser,,7.5,,accepted"
        );
        Write(
            "compliance.csv",
            ComplianceHeader,
            $"{Second},false,true,1",
            $"{Third},false,true,0.5"
        );
    }

    public string Folder => scratch["in"];

    public string Out => scratch["out"];

    public string this[string name] => Path.Combine(Folder, name);

    public void Write(string name, params string[] lines) =>
        File.WriteAllText(this[name], string.Join('\n', lines) + "\n");

    public void Add(string name, params string[] lines) => File.AppendAllLines(this[name], lines);

    public void Replace(string name, string old, string now) =>
        File.WriteAllText(
            this[name],
            File.ReadAllText(this[name]).Replace(old, now, StringComparison.Ordinal)
        );

    /// <summary>Packs a file and takes the plain one away.</summary>
    public void Pack(string name)
    {
        using (
            var packed = new GZipStream(File.Create(this[name] + ".gz"), CompressionLevel.Fastest)
        )
        {
            packed.Write(File.ReadAllBytes(this[name]));
        }
        File.Delete(this[name]);
    }

    public string[] Arguments(params string[] more) =>
        ["score", "--rulebook", Repository.Rulebook, "--input", Folder, "--out", Out, .. more];

    public Task<Ran> Score(params string[] more) => KarvanProgram.RunHere(Arguments(more));

    /// <summary>The lines of rejected.csv without its header.</summary>
    public string[] Rejected() => File.ReadAllLines(Path.Combine(Out, "rejected.csv"))[1..];

    public string Result(string name) => File.ReadAllText(Path.Combine(Out, name));

    /// <summary>A folder as an earlier run might have left it, and a file of somebody else.</summary>
    public void PretendOlderResult()
    {
        foreach (
            var name in new[]
            {
                "scores.csv",
                "explanations.jsonl",
                "rejected.csv",
                "report.json",
                "rulebook/rulebook.json",
                "rulebook/tables/technology.csv",
                "notes.txt",
            }
        )
        {
            var path = Path.Combine(Out, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "older " + name);
        }
    }

    /// <summary>Every file below a folder with its bytes, to see whether anything changed.</summary>
    public static string Picture(string folder)
    {
        var picture = new StringBuilder();
        foreach (
            var path in Directory
                .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            picture.Append(Path.GetRelativePath(folder, path)).Append(' ');
            picture.AppendLine(
                File.Exists(path) ? Convert.ToBase64String(File.ReadAllBytes(path)) : "folder"
            );
        }
        return picture.ToString();
    }

    public void Dispose() => scratch.Dispose();
}

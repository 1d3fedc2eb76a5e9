using System.Text;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Inputs that cannot be used: exit code 2, a message that names the trouble, an older result as it was.</summary>
public sealed class UnusableInputTests
{
    public static TheoryData<string, string> Faults
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in new[] { "exporters.csv", "evidence.csv", "compliance.csv" })
            {
                data.Add($"delete {name}", $"found no {name}");
            }
            data.Add("delete declarations.csv", "found no declarations*.csv");
            foreach (
                var name in new[]
                {
                    "exporters.csv",
                    "declarations.csv",
                    "evidence.csv",
                    "compliance.csv",
                }
            )
            {
                data.Add($"empty {name}", $"{name}: found no header row");
                data.Add($"blank {name}", $"{name}: found no header row");
                data.Add($"utf16 {name}", $"{name}: found UTF-16 text, expected UTF-8");
                data.Add($"utf16be {name}", $"{name}: found UTF-16 text, expected UTF-8");
                data.Add($"rename-column {name}", $"{name}:1: found no column 'exporter_id'");
                data.Add(
                    $"double-column {name}",
                    $"{name}:1: found the column 'exporter_id' twice"
                );
                data.Add($"folder {name}", "found no ");
                data.Add($"random {name}", $"{name}");
                data.Add($"link {name}", $"{name}");
                data.Add($"semicolons {name}", $"{name}:1: found no column");
                data.Add(
                    $"open-header {name}",
                    $"{name}:1: found a header with the fault 'unclosed-quote'"
                );
                data.Add($"carriage-returns {name}", $"{name}:1: found no column");
            }
            foreach (var percent in new[] { 5, 30, 60, 95, 99 })
            {
                data.Add($"cut-gz {percent}", "declarations.csv.gz: found ");
            }
            data.Add("random-gz", "declarations.csv.gz: found bytes that are not gzip");
            data.Add("plain-gz", "declarations.csv.gz: found bytes that are not gzip");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Is_refused_and_leaves_the_older_result(string fault, string message)
    {
        using var input = new SmallInput();
        input.PretendOlderResult();
        var before = SmallInput.Picture(input.Out);

        Spoil(input, fault);
        var ran = await input.Score();
        Assert.True(ran.Exit == 2, $"exit {ran.Exit}: {ran.Error}");
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', ran.Error);
        Assert.Equal("", ran.Out);
        Assert.Equal(before, SmallInput.Picture(input.Out));
    }

    private static void Spoil(SmallInput input, string fault)
    {
        var (kind, name) = (fault.Split(' ')[0], fault.Split(' ').Skip(1).FirstOrDefault(""));
        var path = name.EndsWith(".csv", StringComparison.Ordinal)
            ? input[name]
            : input["declarations.csv"];
        var text = File.ReadAllText(path);
        switch (kind)
        {
            case "delete":
                File.Delete(path);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "blank":
                File.WriteAllText(path, "\r\n" + text);
                break;
            case "utf16":
                File.WriteAllText(path, text, Encoding.Unicode);
                break;
            case "utf16be":
                File.WriteAllText(path, text, Encoding.BigEndianUnicode);
                break;
            case "rename-column":
                input.Replace(name, "exporter_id", "firm");
                break;
            case "double-column":
                File.WriteAllText(path, "EXPORTER_ID,\"exporter_id\"," + text);
                break;
            case "folder":
                File.Delete(path);
                Directory.CreateDirectory(path);
                break;
            case "random":
                File.WriteAllBytes(path, Noise(100_000));
                break;
            case "link":
                File.Delete(path);
                File.CreateSymbolicLink(path, "nowhere.csv");
                break;
            case "semicolons":
                File.WriteAllText(path, text.Replace(',', ';'));
                break;
            case "open-header":
                File.WriteAllText(path, "\"" + text);
                break;
            case "carriage-returns":
                File.WriteAllText(path, text.Replace('\n', '\r'));
                break;
            case "cut-gz":
                input.Pack("declarations.csv");
                var packed = File.ReadAllBytes(path + ".gz");
                var kept =
                    packed.Length
                    * int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)
                    / 100;
                File.WriteAllBytes(path + ".gz", packed[..kept]);
                break;
            case "random-gz":
                File.Delete(path);
                File.WriteAllBytes(path + ".gz", Noise(100_000));
                break;
            case "plain-gz":
                File.Move(path, path + ".gz");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault.");
        }
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(97).NextBytes(bytes);
        return bytes;
    }

    [Theory]
    [InlineData(
        "declarations.csv",
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg"
    )]
    [InlineData("exporters.csv", "exporter_id,name,province,product_group")]
    [InlineData("evidence.csv", "exporter_id,criterion,item,country,quantity,level,status")]
    [InlineData("compliance.csv", "exporter_id,smuggling,fx_obligation_met,fx_return_ratio")]
    public async Task Every_missing_column_is_named(string file, string columns)
    {
        foreach (var column in columns.Split(','))
        {
            using var input = new SmallInput();
            input.Replace(file, column, column + "x");
            var ran = await input.Score();
            Assert.Equal(2, ran.Exit);
            Assert.Contains(
                $"{file}:1: found no column '{column}'",
                ran.Error,
                StringComparison.Ordinal
            );
            Assert.False(Path.Exists(input.Out));
        }
    }

    [Fact]
    public async Task A_file_the_user_may_not_read_is_refused()
    {
        using var input = new SmallInput();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(input["declarations.csv"], UnixFileMode.None);
        }
        var ran = await input.Score();
        // The superuser may read everything.
        var refused = ran.Error.Contains(
            "declarations.csv: found a file that cannot be opened",
            StringComparison.Ordinal
        );
        Assert.Equal(Environment.IsPrivilegedProcess, !refused);
        Assert.Equal(refused ? 2 : 0, ran.Exit);
    }

    /// <summary>A year without a single line is no fault of the files.</summary>
    [Theory]
    [InlineData("exporters.csv", SmallInput.ExportersHeader, 3)]
    [InlineData("declarations.csv", SmallInput.DeclarationsHeader, 0)]
    [InlineData("evidence.csv", SmallInput.EvidenceHeader, 0)]
    [InlineData("compliance.csv", SmallInput.ComplianceHeader, 0)]
    public async Task A_header_alone_is_a_file_without_rows(string file, string header, int exit)
    {
        using var input = new SmallInput();
        foreach (var text in new[] { header, header + "\r\n", "\uFEFF" + header + "\n\n\r\n" })
        {
            File.WriteAllText(input[file], text);
            var ran = await input.Score();
            Assert.Equal(exit, ran.Exit);
            Assert.Equal(
                file == "exporters.csv" ? 1 : 4,
                input.Result("scores.csv").Count(c => c == '\n')
            );
        }
    }
}

using System.Text;
using Karvan.Trade;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Cli.Output;

/// <summary>Writes <c>rejected.csv</c>: every rejected row, with its file, line and reason.</summary>
internal static class RejectedCsv
{
    public static void Write(string path, TradeInput input)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        writer.NewLine = "\n";
        writer.WriteLine("file,line,reason,column,value");
        foreach (var rejection in input.Log.InOrder())
        {
            var file = CsvCell.Of(input.Tallies[rejection.File].File, numbers: true);
            writer.WriteLine(
                $"{file},{rejection.Line},{rejection.Fault.Word()},{rejection.Column},{CsvCell.Of(rejection.Value, numbers: true)}"
            );
        }
    }
}

using System.Buffers;
using System.Text;
using Karvan.Trade;
using Karvan.Trade.Fields;

namespace Karvan.Cli.Output;

/// <summary>Writes <c>rejected.csv</c>: every row set aside, with its file, line and reason.</summary>
internal static class RejectedCsv
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create(
        "0123456789.,"
    );

    public static void Write(string path, TradeInput input)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        writer.NewLine = "\n";
        writer.WriteLine("file,line,reason,column,value");
        foreach (var rejection in input.Log.InOrder())
        {
            var file = Cell(input.Tallies[rejection.File].File);
            writer.WriteLine(
                $"{file},{rejection.Line},{rejection.Fault.Word()},{rejection.Column},{Cell(rejection.Value)}"
            );
        }
    }

    /// <summary>Quoted where RFC 4180 asks for it, and kept from running as a formula where a spreadsheet would try.</summary>
    private static string Cell(string value)
    {
        if (
            value.Length > 0
            && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !IsSignedNumber(value)
        )
        {
            value = "'" + value;
        }
        return value.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
    }

    private static bool IsSignedNumber(string value) =>
        value.Length > 1
        && (value[0] is '+' or '-')
        && !value.AsSpan(1).ContainsAnyExcept(NumberCharacters);
}

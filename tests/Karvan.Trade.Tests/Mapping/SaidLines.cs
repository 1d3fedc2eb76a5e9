using System.Text;
using Karvan.Trade.Ledger;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>A line as a sink got it, kept.</summary>
internal sealed record SaidLine(
    long Source,
    string Declaration,
    int Number,
    bool Import,
    DateOnly Day,
    string Exporter,
    string HsCode,
    string Country,
    long Cents,
    long Grams,
    long Hundredths = 0,
    string Currency = ""
);

/// <summary>Keeps what one reading thread hands over.</summary>
internal sealed class KeptLines : ILineSink
{
    public List<SaidLine> Lines { get; } = [];

    public void Take(in ReadLine line) =>
        Lines.Add(
            new(
                line.SourceLine,
                Encoding.UTF8.GetString(line.Declaration),
                line.LineNumber,
                line.Import,
                DateOnly.FromDayNumber(line.Day),
                Encoding.ASCII.GetString(line.Exporter),
                Encoding.ASCII.GetString(line.HsCode),
                Encoding.ASCII.GetString(line.Country),
                line.ValueCents,
                line.WeightGrams,
                line.AmountHundredths,
                Encoding.ASCII.GetString(line.Currency)
            )
        );
}

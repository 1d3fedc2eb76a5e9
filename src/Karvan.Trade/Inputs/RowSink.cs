using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Inputs;

/// <summary>Counts the rows of one small file and keeps its rejections in the order of lines.</summary>
internal sealed class RowSink(InputFile file, int number)
{
    private readonly List<Rejection> rejections = [];

    public FileTally Tally { get; } = new(file.Name);

    public void Accept() => Tally.Accepted++;

    public void Reject(long line, Fault fault, string column, string value)
    {
        Tally.Reject(fault);
        rejections.Add(new Rejection(number, line, fault, column, value));
    }

    /// <summary>Reads all rows; those that can be cut into fields go to <paramref name="row"/>.</summary>
    public void Read(CsvRows rows, Action<long> row, CancellationToken cancellation) =>
        rows.Read(
            (line, fault, value) =>
            {
                Tally.Read++;
                if (fault is Fault.None)
                {
                    row(line);
                }
                else
                {
                    Reject(line, fault, "", value);
                }
            },
            cancellation
        );

    public void WriteTo(RejectionLog log)
    {
        foreach (var rejection in rejections)
        {
            log.Add(rejection);
        }
    }
}

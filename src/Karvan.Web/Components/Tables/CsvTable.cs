using System.Globalization;
using System.Text;
using Karvan.Trade.Files;

namespace Karvan.Web.Components.Tables;

/// <summary>
/// CSV as spreadsheet programs read it: UTF-8 with its mark, CR LF, quotes where needed. A text that a program would
/// take for a formula gets a leading apostrophe; numbers are ours and may be negative.
/// </summary>
internal sealed class CsvTable(Stream stream) : ITableWriter
{
    private readonly StreamWriter writer = new(
        stream,
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        leaveOpen: true
    );

    public async ValueTask WriteAsync(
        IReadOnlyList<(string Text, decimal? Number)> line,
        CancellationToken cancel
    )
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }
            text.Append(
                line[i].Number is { } number
                    ? number.ToString(CultureInfo.InvariantCulture)
                    : CsvCell.Of(line[i].Text)
            );
        }
        text.Append("\r\n");
        await writer.WriteAsync(text, cancel);
    }

    public async ValueTask DisposeAsync() => await writer.DisposeAsync();
}

using System.Text;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Trade.Outputs;

/// <summary>Writes <c>scores.csv</c>: by province, in it by rank, then the removed by id.</summary>
public static class ScoresCsv
{
    private const int FirmsPerBatch = 512;

    public static void Write(
        string path,
        ScoreSheet sheet,
        Standings standings,
        CancellationToken cancellation
    )
    {
        var head = new Utf8Text();
        head.Text(
            "province,rank,exporter_id,product_group,total,status,"
                + string.Join(',', sheet.Book.Criteria.Select(c => c.Id))
                + "\n"
        );
        var words = new Words(
            [
                .. Enum.GetValues<ExporterStatus>()
                    .Select(s => Encoding.UTF8.GetBytes("," + s.Name())),
            ],
            [.. sheet.Book.ProductGroups.Select(g => Encoding.UTF8.GetBytes(g.Id))]
        );
        OrderedBatches.Write(
            path,
            head,
            standings.Order.Length,
            FirmsPerBatch,
            null,
            () =>
            {
                var points = new int[FirmsPerBatch * sheet.Columns.Count];
                return (from, to, text) =>
                    Rows(sheet, standings, words, standings.Order.AsSpan(from..to), points, text);
            },
            cancellation
        );
    }

    private sealed record Words(byte[][] Statuses, byte[][] Groups);

    /// <param name="points">Room for the points of these firms.</param>
    private static void Rows(
        ScoreSheet sheet,
        Standings standings,
        Words words,
        ReadOnlySpan<int> firms,
        int[] points,
        Utf8Text text
    )
    {
        var width = sheet.Columns.Count;
        // Ranks jump over the columns: fetched a column at a time, the processor need not wait for each.
        for (var c = 0; c < width; c++)
        {
            var column = sheet.Columns[c].Points;
            for (var i = 0; i < firms.Length; i++)
            {
                points[i * width + c] = column[firms[i]];
            }
        }
        for (var i = 0; i < firms.Length; i++)
        {
            var firm = firms[i];
            var exporter = sheet.Facts.Roster.Exporters[firm];
            text.Text(exporter.Province);
            text.Raw((byte)',');
            if (standings.Ranks[firm] > 0)
            {
                text.Whole(standings.Ranks[firm]);
            }
            text.Raw((byte)',');
            text.Text(exporter.Id);
            text.Raw((byte)',');
            text.Raw(exporter.ProductGroup < 0 ? [] : words.Groups[exporter.ProductGroup]);
            text.Raw((byte)',');
            text.Hundredths(sheet.TotalOf(firm));
            text.Raw(words.Statuses[(int)standings.Statuses[firm]]);
            foreach (var own in points.AsSpan(i * width, width))
            {
                text.Raw((byte)',');
                text.Hundredths(own);
            }
            text.Raw((byte)'\n');
        }
    }
}

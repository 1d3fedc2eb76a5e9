using System.Text;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Cli.Output;

/// <summary>Writes <c>scores.csv</c>: by province, in it by rank, then the removed by id.</summary>
internal static class ScoresCsv
{
    private const int FlushBytes = 1 << 20;

    public static void Write(string path, ScoreSheet sheet, Standings standings)
    {
        using var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            1
        );
        var text = new Utf8Text();
        text.Text(
            "province,rank,exporter_id,product_group,total,status,"
                + string.Join(',', sheet.Book.Criteria.Select(c => c.Id))
                + "\n"
        );
        var statuses = Enum.GetValues<ExporterStatus>()
            .Select(s => Encoding.UTF8.GetBytes("," + s.Name()))
            .ToArray();
        var groups = sheet.Book.ProductGroups.Select(g => Encoding.UTF8.GetBytes(g.Id)).ToArray();
        foreach (var firm in standings.Order)
        {
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
            text.Raw(exporter.ProductGroup < 0 ? [] : groups[exporter.ProductGroup]);
            text.Raw((byte)',');
            text.Hundredths(sheet.Totals[firm]);
            text.Raw(statuses[(int)standings.Statuses[firm]]);
            foreach (var column in sheet.Columns)
            {
                text.Raw((byte)',');
                text.Hundredths(column.Points[firm]);
            }
            text.Raw((byte)'\n');
            if (text.Length > FlushBytes)
            {
                file.Write(text.Written);
                text.Clear();
            }
        }
        file.Write(text.Written);
    }
}

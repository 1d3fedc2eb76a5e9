using System.IO.Compression;
using System.Text;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>Keeps the rejected rows as CSV, packed, in pieces; written once the lines are.</summary>
public sealed class WriteRejections(KarvanContext db)
{
    public const string Columns = "line,reason,column,value";

    private const int PieceBytes = 256 * 1024;
    private const int LinesBetweenLooks = 4096;

    public async Task Run(JobRun run, Guid import, RejectionLog log, CancellationToken cancellation)
    {
        if (log.Count == 0)
        {
            return;
        }
        using var packed = new MemoryStream();
        var number = 0;
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        await using (var text = new StreamWriter(gzip, new UTF8Encoding(true), leaveOpen: true))
        {
            await text.WriteAsync(Columns + "\n");
            var lines = 0;
            foreach (var rejection in log.InOrder())
            {
                await text.WriteAsync(Row(rejection));
                if (++lines % LinesBetweenLooks == 0 && packed.Length >= PieceBytes)
                {
                    await Write(run, import, number++, packed, cancellation);
                }
            }
        }
        await Write(run, import, number, packed, cancellation);
    }

    private static string Row(Rejection rejection) =>
        $"{rejection.Line},{rejection.Fault.Word()},{CsvCell.Of(rejection.Column)},{CsvCell.Of(rejection.Value)}\n";

    private async Task Write(
        JobRun run,
        Guid import,
        int number,
        MemoryStream packed,
        CancellationToken cancellation
    )
    {
        var bytes = packed.ToArray();
        packed.SetLength(0);
        // An earlier try may have been here.
        await run.Step(
            db,
            () =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "CustomsRejections" ("ImportId", "Number", "Bytes")
                    VALUES ({import}, {number}, {bytes})
                    ON CONFLICT ("ImportId", "Number") DO UPDATE SET "Bytes" = excluded."Bytes"
                    """,
                    cancellation
                ),
            cancellation
        );
    }
}

using System.Reflection;
using System.Text.Json;
using Karvan.Rules.Rulebooks;
using Karvan.Trade;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Cli.Output;

/// <summary>What a run did, for its report.</summary>
internal sealed record RunReport(
    Rulebook Book,
    TradeInput Input,
    int Winners,
    RankingPool Within,
    IReadOnlyList<FileFingerprint> Result,
    TimeSpan Elapsed
);

/// <summary>Writes <c>report.json</c>.</summary>
internal static class ReportJson
{
    /// <summary>The key of the files of the result.</summary>
    public const string Result = "result";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, RunReport report)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, Options);
        json.WriteStartObject();
        WriteRulebook(json, report.Book);
        json.WriteString(
            "within",
            report.Within is RankingPool.Province ? "province" : "province+group"
        );
        json.WriteNumber("winners", report.Winners);
        json.WriteNumber("exporters", report.Input.Facts.Roster.Count);
        json.WriteStartArray("files");
        foreach (var tally in report.Input.Tallies)
        {
            WriteTally(json, tally);
        }
        json.WriteEndArray();
        json.WriteStartArray(Result);
        foreach (var written in report.Result)
        {
            json.WriteStartObject();
            json.WriteString("file", written.File);
            json.WriteNumber("bytes", written.Bytes);
            json.WriteString("sample", written.Sample);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("engine", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3));
        json.WriteNumber(
            "seconds",
            decimal.Round((decimal)report.Elapsed.TotalMilliseconds / 1000, 3)
        );
        json.WriteEndObject();
    }

    private static void WriteRulebook(Utf8JsonWriter json, Rulebook book)
    {
        json.WriteStartObject("rulebook");
        json.WriteString("id", book.Id);
        json.WriteNumber("year", book.Year);
        json.WriteNumber("version", book.Version);
        json.WriteString("hash", book.Hash);
        json.WriteStartArray("readings");
        foreach (var reading in book.Readings)
        {
            json.WriteStartObject();
            json.WriteString("id", reading.Id);
            json.WriteString("choice", reading.Choice);
            json.WriteBoolean("swapped", reading.Swapped);
            json.WriteBoolean("decided", reading.Decided is not null && !reading.Swapped);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTally(Utf8JsonWriter json, FileTally tally)
    {
        json.WriteStartObject();
        json.WriteString("file", tally.File);
        json.WriteNumber("read", tally.Read);
        json.WriteNumber("accepted", tally.Accepted);
        json.WriteStartObject("rejected");
        foreach (var (fault, count) in tally.RejectedByFault)
        {
            json.WriteNumber(fault.Word(), count);
        }
        json.WriteEndObject();
        json.WriteNumber("duplicates", tally.Duplicates);
        json.WriteNumber("other-year", tally.OtherYear);
        json.WriteEndObject();
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Karvan.Customs.Records;

/// <summary>Sums of a flow and solar year, to be held against customs' own.</summary>
public sealed record FlowYear(
    bool Import,
    int SolarYear,
    long Lines,
    long Exporters,
    long ValueCents,
    long WeightGrams
);

/// <summary>Rows rejected for one reason.</summary>
/// <param name="Fault">As in <c>rejected.csv</c>.</param>
public sealed record FaultCount(string Fault, long Lines);

/// <summary>Lines of exporters of one kind.</summary>
public sealed record ExporterCount(long Exporters, long Lines, long ExportCents)
{
    public static ExporterCount None { get; } = new(0, 0, 0);
}

/// <summary>A year of this import beside the one it is held against.</summary>
public sealed record YearDifference(
    bool Import,
    int SolarYear,
    long BeforeCents,
    long AfterCents,
    long BeforeLines,
    long AfterLines
);

/// <summary>What became of a customs file; read = accepted + rejected + duplicates.</summary>
/// <param name="Registered">Exporters that are firms of the province.</param>
/// <param name="Unknown">Exporters that no firm in the registry is known by; their lines are kept, and count once it appears.</param>
/// <param name="Elsewhere">Exporters that are firms of other provinces; in a province's import they do not count.</param>
/// <param name="ComparedWith">The import in force that it was held against; null for the first.</param>
/// <param name="Stated">Rows in which the file itself adds up.</param>
/// <param name="Amounts">What the lines that were read come to in the file's own units, to be held against those rows.</param>
public sealed record ImportReport(
    long Read,
    long Accepted,
    long RejectedLines,
    long Duplicates,
    IReadOnlyList<FaultCount> Rejected,
    IReadOnlyList<FlowYear> Years,
    ExporterCount Registered,
    ExporterCount Unknown,
    ExporterCount Elsewhere,
    int? ComparedWith,
    IReadOnlyList<YearDifference> Differences,
    IReadOnlyList<StatedTotal> Stated,
    IReadOnlyList<AmountSum> Amounts
)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>
    /// Lines that stand under another exporter too, in this file or in an import it may be in force beside. Where both are
    /// firms they count for neither.
    /// </summary>
    public long Crossed { get; init; }

    /// <summary>Seconds from the job's beginning to its end, in milliseconds.</summary>
    public long Milliseconds { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ImportReport Parse(string json) =>
        JsonSerializer.Deserialize<ImportReport>(json, Options)
        ?? throw new JsonException("A report is null.");
}

/// <summary>A row in which the file itself adds up.</summary>
/// <param name="Hundredths">Of the file's own unit; null where the row says none, or one that cannot be read.</param>
public sealed record StatedTotal(long Line, long? Hundredths, long? WeightGrams);

/// <summary>Values in one currency of the file.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record AmountSum(string Currency, decimal Hundredths);

using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Karvan.Evaluation.Reviews;

namespace Karvan.Evaluation.Release;

/// <summary>What was decided about an item, as its firm is told.</summary>
/// <param name="Item">What it is called; empty where every item is one of its own.</param>
/// <param name="Decision">Null for what this system proves by itself.</param>
/// <param name="Remark">The reviewer's, or the secretary's where they settled it.</param>
public sealed record CardDecision(
    string Criterion,
    string Item,
    string? Country,
    ReviewDecision? Decision,
    decimal? Number,
    string? Level,
    RejectionReason? Reason,
    string? Remark
);

/// <summary>A reviewer's remark on a criterion as a whole, without who wrote it.</summary>
public sealed record CardRemark(string Criterion, string Text);

/// <summary>How the points of a criterion lie in a province.</summary>
/// <param name="Criterion">Empty for the total.</param>
/// <param name="Exporters">How many were scored.</param>
public sealed record PointSpread(
    string Criterion,
    int Exporters,
    decimal Average,
    decimal LowerQuartile,
    decimal Median,
    decimal UpperQuartile
);

/// <summary>What stands on a score card beside its points.</summary>
/// <param name="Spread">None where too few were scored to tell it without telling of one of them.</param>
public sealed record CardContent(
    IReadOnlyList<CardDecision> Decisions,
    IReadOnlyList<CardRemark> Remarks,
    IReadOnlyList<PointSpread> Spread
)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Compressed, since a national campaign has twenty thousand of them.</summary>
    internal byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var into = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(into, this, Form);
        }
        return packed.ToArray();
    }

    internal static CardContent Read(byte[] packed)
    {
        using var from = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<CardContent>(from, Form)
            ?? throw new InvalidOperationException("The content of a score card is empty.");
    }
}

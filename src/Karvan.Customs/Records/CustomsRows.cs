using Karvan.Platform.Events;

namespace Karvan.Customs.Records;

/// <summary>Lines of one exporter in one import; see <see cref="Karvan.Trade.Ledger.ExporterLines"/>. Written once, in bulk.</summary>
[NotRecorded]
public sealed class CustomsBlock
{
    private CustomsBlock() { }

    public Guid ImportId { get; private set; }

    /// <summary>10 or 11 digits, whether or not a firm is known by them.</summary>
    public string Exporter { get; private set; } = "";
    public int Number { get; private set; }
    public int Lines { get; private set; }
    public byte[] Bytes { get; private set; } = [];
}

/// <summary>Sums of one exporter in one import by flow and solar year.</summary>
[NotRecorded]
public sealed class CustomsYear
{
    private CustomsYear() { }

    public Guid ImportId { get; private set; }
    public string Exporter { get; private set; } = "";
    public bool IsImport { get; private set; }
    public int SolarYear { get; private set; }
    public int Lines { get; private set; }
    public long ValueCents { get; private set; }
    public long WeightGrams { get; private set; }
}

/// <summary>A piece of the file of rejected rows, gzip over all pieces together.</summary>
[NotRecorded]
public sealed class CustomsRejection
{
    private CustomsRejection() { }

    public Guid ImportId { get; private set; }
    public int Number { get; private set; }
    public byte[] Bytes { get; private set; } = [];
}

/// <summary>What one firm has in a year in this import, and had in the import it was held against; where they differ.</summary>
[NotRecorded]
public sealed class CustomsDifference
{
    private CustomsDifference() { }

    public Guid ImportId { get; private set; }
    public string Exporter { get; private set; } = "";
    public bool IsImport { get; private set; }
    public int SolarYear { get; private set; }
    public long BeforeCents { get; private set; }
    public long AfterCents { get; private set; }

    /// <summary>Without sign, so that the largest come first.</summary>
    public long Size { get; private set; }
}

/// <summary>
/// A line that stands under two exporters, in one import or in two: while they are in force, it is nobody's. Written for both
/// sides.
/// </summary>
[NotRecorded]
public sealed class CustomsCrossing
{
    private CustomsCrossing() { }

    public Guid ImportId { get; private set; }
    public string Exporter { get; private set; } = "";
    public bool IsImport { get; private set; }
    public string Declaration { get; private set; } = "";
    public int LineNumber { get; private set; }
    public Guid OtherImportId { get; private set; }
    public string OtherExporter { get; private set; } = "";
}

namespace Karvan.Trade.Demo;

/// <summary>What was written.</summary>
/// <param name="Files">Names inside the folder, in the order written.</param>
/// <param name="Exporters">Rows of <c>exporters.csv</c>.</param>
/// <param name="Lines">Good customs lines over all files.</param>
/// <param name="Declarations">Declarations the good lines belong to.</param>
/// <param name="Faults">Faulty lines by kind; their sum is the number asked for.</param>
/// <param name="EvidenceRows">Rows of <c>evidence.csv</c>.</param>
/// <param name="ComplianceRows">Rows of <c>compliance.csv</c>: fewer than the exporters, as some still await theirs.</param>
/// <param name="Bytes">Size of all files together.</param>
public sealed record DemoReport(
    IReadOnlyList<string> Files,
    int Exporters,
    long Lines,
    long Declarations,
    IReadOnlyDictionary<DemoFault, int> Faults,
    long EvidenceRows,
    int ComplianceRows,
    long Bytes
);

/// <summary>Kinds of faulty line. None of them harms a good line.</summary>
public enum DemoFault
{
    /// <summary>A month 13.</summary>
    MonthOutOfRange,

    /// <summary>A day its month does not have.</summary>
    DayNotInMonth,

    /// <summary>A valid legal id of no firm in <c>exporters.csv</c>.</summary>
    UnknownExporter,

    /// <summary>Letters in the exporter's id.</summary>
    BadExporterId,

    /// <summary>A copy of the line before it: counted as a duplicate, not as rejected.</summary>
    Duplicate,

    /// <summary>One of two lines with the same flow and numbers and different values. They come in pairs: neither counts.</summary>
    Conflict,

    /// <summary>Neither export nor import.</summary>
    UnknownFlow,

    /// <summary>A code of four digits.</summary>
    ShortHsCode,

    /// <summary>Letters of no country.</summary>
    UnknownCountry,

    /// <summary>Iran as the other country.</summary>
    HomeCountry,

    /// <summary>A sign before the value.</summary>
    NegativeValue,

    /// <summary>A value with three decimals.</summary>
    ThirdDecimal,

    /// <summary>No value: a blank is not zero.</summary>
    BlankValue,

    /// <summary>A value with thousands separators.</summary>
    GroupedValue,

    /// <summary>A weight with an exponent.</summary>
    ExponentWeight,

    /// <summary>A value above the largest the format allows.</summary>
    TooLargeValue,
}

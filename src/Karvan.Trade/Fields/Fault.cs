namespace Karvan.Trade.Fields;

/// <summary>Why a row is set aside. The words stand in <c>rejected.csv</c> and <c>report.json</c>.</summary>
public enum Fault : byte
{
    None,
    WrongFieldCount,
    UnclosedQuote,
    TextAfterQuote,
    RecordTooLong,
    BadEncoding,
    Blank,
    TooLong,
    BadLineNumber,
    BadFlow,
    BadDate,
    BadId,
    BadCheckDigit,
    BadHsCode,
    BadCountry,
    BadNumber,
    TooManyDecimals,
    OutOfRange,
    BadProvince,
    BadProductGroup,
    BadCriterion,
    BadItem,
    BadLevel,
    BadStatus,
    BadTruth,
    Repeated,
    UnknownExporter,
    Conflict,
    NoRate,
    BadCurrency,
    TotalsRow,
    HeaderAgain,
}

public static class Faults
{
    private static readonly string[] Words =
    [
        "",
        "wrong-field-count",
        "unclosed-quote",
        "text-after-quote",
        "record-too-long",
        "bad-encoding",
        "blank",
        "too-long",
        "bad-line-number",
        "bad-flow",
        "bad-date",
        "bad-id",
        "bad-check-digit",
        "bad-hs-code",
        "bad-country",
        "bad-number",
        "too-many-decimals",
        "out-of-range",
        "bad-province",
        "bad-product-group",
        "bad-criterion",
        "bad-item",
        "bad-level",
        "bad-status",
        "bad-truth",
        "repeated",
        "unknown-exporter",
        "conflict",
        "no-rate",
        "bad-currency",
        "totals-row",
        "header-again",
    ];

    public static int Count => Words.Length;

    public static string Word(this Fault fault) => Words[(int)fault];
}

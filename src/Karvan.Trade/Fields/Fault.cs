namespace Karvan.Trade.Fields;

/// <summary>Why a row is rejected. The words stand in <c>rejected.csv</c> and <c>report.json</c>.</summary>
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

    /// <summary>In the order of <see cref="Words"/>. On pages the texts <c>fault.*</c> say the same in both languages.</summary>
    private static readonly string[] Sentences =
    [
        "",
        "Number of fields differs from the header",
        "Quotation mark not closed",
        "Text after a closing quotation mark",
        "Line too long",
        "Characters cannot be read (wrong encoding)",
        "Required field is blank",
        "Text too long",
        "Not a valid line number",
        "Neither export nor import",
        "Not a valid date",
        "Not a valid id",
        "Check digit of the id is wrong",
        "Not a valid HS code (with 5, 7, 9 or 11 digits, a spreadsheet has dropped the leading zero)",
        "Not a known country",
        "Not a valid number",
        "Too many decimals",
        "Number out of range",
        "Not a province",
        "Not a product group of the rulebook",
        "Not a criterion that takes evidence",
        "Item missing, or not one that the criterion takes",
        "Not a level",
        "Not a status of evidence",
        "Neither true nor false",
        "Exporter in several rows",
        "Exporter not in exporters.csv",
        "Lines with the same key contradict each other",
        "No exchange rate for this date",
        "Not a known currency",
        "A row of totals",
        "The header repeated",
    ];

    public static int Count => Words.Length;

    public static string Word(this Fault fault) => Words[(int)fault];

    /// <summary>Why, for whoever reads it: a word of a file tells a program.</summary>
    public static string Sentence(this Fault fault) => Sentences[(int)fault];

    /// <summary>The sentence for a word of a file; the word itself where it is none.</summary>
    public static string SentenceOf(string word) =>
        Array.IndexOf(Words, word) is > 0 and var place ? Sentences[place] : word;
}

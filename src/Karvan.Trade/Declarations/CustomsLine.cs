namespace Karvan.Trade.Declarations;

/// <summary>One customs line whose fields are all good.</summary>
internal struct CustomsLine
{
    public bool Import;

    /// <summary>The declaration number in one spelling, as a hash; equal numbers have equal hashes, not the other way round.</summary>
    public ulong DeclarationHash;

    public int LineNumber;

    /// <summary>A <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day;

    /// <summary>Place among the data years, or <see cref="OtherYear"/>.</summary>
    public int Year;

    /// <summary>The id as a number; ids of 11 digits are set apart from those of 10.</summary>
    public long Exporter;

    /// <summary>All digits of the code, with a 1 before them so that leading zeros and length count.</summary>
    public long HsCode;

    public int Hs6;
    public byte Country;
    public long ValueCents;
    public long WeightGrams;

    public const int OtherYear = 15;
}

/// <summary>The columns of a declarations file, in the order in which fields are checked.</summary>
internal static class DeclarationColumns
{
    public const int Declaration = 0;
    public const int Line = 1;
    public const int Flow = 2;
    public const int Date = 3;
    public const int Exporter = 4;
    public const int HsCode = 5;
    public const int Country = 6;
    public const int Value = 7;
    public const int Weight = 8;

    public static readonly IReadOnlyList<string> Names =
    [
        "declaration_no",
        "line_no",
        "flow",
        "date",
        "exporter_id",
        "hs_code",
        "country",
        "value_usd",
        "net_weight_kg",
    ];
}

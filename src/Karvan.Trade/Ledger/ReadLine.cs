namespace Karvan.Trade.Ledger;

/// <summary>
/// One line of a customs file whose fields are all good, in the units Karvan counts in: what a mapping makes of a row.
/// It lives as long as the call it is handed over in.
/// </summary>
public readonly ref struct ReadLine
{
    /// <summary>Line of the file, the first being 1; the row number in a workbook.</summary>
    public required long SourceLine { get; init; }

    /// <summary>The declaration number in one spelling, UTF-8: Latin digits, trimmed, upper case; 1 to 64 characters.</summary>
    public required ReadOnlySpan<byte> Declaration { get; init; }

    /// <summary>0 to 999,999,999. With flow and declaration it is what the line is known by.</summary>
    public required int LineNumber { get; init; }

    public required bool Import { get; init; }

    /// <summary>A <see cref="DateOnly.DayNumber"/>.</summary>
    public required int Day { get; init; }

    /// <summary>10 or 11 Latin digits whose check digit is not looked at.</summary>
    public required ReadOnlySpan<byte> Exporter { get; init; }

    /// <summary>6 to 12 Latin digits.</summary>
    public required ReadOnlySpan<byte> HsCode { get; init; }

    /// <summary>Two capital letters, ISO 3166-1 alpha-2.</summary>
    public required ReadOnlySpan<byte> Country { get; init; }

    /// <summary>USD cents, 0 to 10¹².</summary>
    public required long ValueCents { get; init; }

    /// <summary>Grams, 0 to 10¹³.</summary>
    public required long WeightGrams { get; init; }

    /// <summary>What the file said where it was another currency, in hundredths of it; 0 where it was USD.</summary>
    public long AmountHundredths { get; init; }

    /// <summary>Three capital letters, ISO 4217; empty where the file said USD.</summary>
    public ReadOnlySpan<byte> Currency { get; init; }
}

/// <summary>Takes the lines of one reading thread, in the order in which that thread meets them.</summary>
public interface ILineSink
{
    void Take(in ReadLine line);
}

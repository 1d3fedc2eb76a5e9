using Karvan.Platform.Events;

namespace Karvan.Customs.Records;

/// <summary>By what a sum of a province's trade is parted.</summary>
public enum SumKind
{
    Country,

    /// <summary>HS 6-digit code.</summary>
    Goods,

    /// <summary>Country and HS 6-digit code in one: what goes where.</summary>
    CountryGoods,

    /// <summary>The firm's id.</summary>
    Firm,
}

/// <summary>A province's trade in one flow and solar year with one country, in one good, or of one firm. Derived; made anew by a job.</summary>
[NotRecorded]
public sealed class TradeSum
{
    private TradeSum() { }

    public string Province { get; private set; } = "";

    /// <summary>Rows of the generation that <see cref="TradeSumState"/> names are seen; others are being written, or on their way out.</summary>
    public int Generation { get; private set; }
    public SumKind Kind { get; private set; }
    public bool IsImport { get; private set; }
    public int SolarYear { get; private set; }
    public string Code { get; private set; } = "";
    public long Lines { get; private set; }
    public long ValueCents { get; private set; }
    public long WeightGrams { get; private set; }
}

/// <summary>When a province's sums were made, and whether something has happened since.</summary>
[NotRecorded]
public sealed class TradeSumState
{
    private TradeSumState() { }

    public string Province { get; private set; } = "";
    public DateTime? MadeAt { get; private set; }
    public int Generation { get; private set; }

    /// <summary>Rises with whatever changes the sums.</summary>
    public int Asked { get; private set; }

    /// <summary>The <see cref="Asked"/> that the sums hold.</summary>
    public int Made { get; private set; }

    /// <summary>How many firms the sums hold.</summary>
    public int Exporters { get; private set; }

    public bool IsBehind => Made < Asked;
}

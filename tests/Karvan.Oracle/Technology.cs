namespace Karvan.Oracle;

/// <summary>R3.1: the band of an HS code, in the edition of the reading. In no table, or a blank cell: primary.</summary>
public sealed class Technology
{
    /// <summary>Coefficients in per cent.</summary>
    public static readonly IReadOnlyDictionary<string, int> Coefficients = new Dictionary<
        string,
        int
    >(StringComparer.Ordinal)
    {
        ["high"] = 100,
        ["medium"] = 70,
        ["low"] = 40,
        ["resource"] = 30,
        ["primary"] = 10,
    };

    private readonly Dictionary<string, string> _bands = new(StringComparer.Ordinal);

    public Technology(string path, Readings readings)
    {
        var edition = readings.Is("technology-edition", "unctad") ? "unctad" : "lall_2000";
        foreach (var row in InputTable.Read(path, ["hs6", "unctad", "lall_2000"]))
            _bands.Add(row["hs6"], row[edition]);
    }

    public string Band(string hs6)
    {
        var band = _bands.GetValueOrDefault(hs6, "");
        return band.Length == 0 ? "primary" : band;
    }

    public int Coefficient(string hs6) => Coefficients[Band(hs6)];
}

namespace Karvan.Trade.Demo;

/// <summary>Invented names of firms, after their good and their place. A firm's name is the same wherever it is asked for.</summary>
internal sealed class FirmNames(DemoOptions options, FirmRoster roster, DemoTables tables)
{
    private readonly string[] firsts = [.. tables.Words["first"]];
    private readonly string[] seconds = [.. tables.Words["second"]];
    private readonly string[] given = [.. tables.Words["given"]];
    private readonly string[] families = [.. tables.Words["family"]];

    public string Of(int index)
    {
        var random = DemoRandom.For(options.Seed, DemoStage.Name, index);
        ref readonly var firm = ref roster.Firms[index];
        var word = tables.Goods[roster.GoodsOf(firm)[0]].FirmWord;
        var place = Any(ref random, tables.Provinces[firm.Province].Places);
        var brand = Brand(ref random);
        if (firm.IsPerson)
            return $"{Any(ref random, given)} {Any(ref random, families)}";
        // Cooperatives are small or middling.
        var kind = tables.Sizes[firm.Size].Tier < 3 ? random.Below(100) : 9 + random.Below(91);
        return kind switch
        {
            < 9 => $"شرکت تعاونی {word} {Any(ref random, firsts)} {place}",
            < 17 => $"بازرگانی {brand} {place}",
            < 22 => $"گروه صنعتی {brand}",
            < 26 => $"توسعهٔ صادرات {brand}",
            < 44 => $"{word} {Any(ref random, firsts)} {place}",
            < 48 => $"{word} {brand} {place} (سهامی خاص)",
            _ => $"{word} {brand} {place}",
        };
    }

    /// <summary>The name a firm would put on its goods.</summary>
    public string BrandOf(int index)
    {
        var random = DemoRandom.For(options.Seed, DemoStage.Name, index);
        random.Next();
        return Brand(ref random);
    }

    private string Brand(ref DemoRandom random) =>
        $"{Any(ref random, firsts)} {Any(ref random, seconds)}";

    private static string Any(ref DemoRandom random, string[] words) =>
        words[random.Below(words.Length)];
}

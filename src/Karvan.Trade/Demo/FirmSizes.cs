namespace Karvan.Trade.Demo;

/// <summary>Shares out the size classes by exact counts rather than by lot, so that the rare large ones are always there.</summary>
internal static class FirmSizes
{
    /// <summary>In smaller sets a class's least number of firms would crowd out the small firms.</summary>
    private const int FewestForLeast = 500;

    /// <summary>The class of each firm, in random order.</summary>
    public static byte[] Draw(DemoOptions options, FirmSize[] classes)
    {
        var drawn = new byte[options.Exporters];
        var at = 0;
        for (var index = classes.Length - 1; index > 0; index--)
        {
            var count = (int)((long)options.Exporters * classes[index].FirmsPerMillion / 1_000_000);
            if (options.Exporters >= FewestForLeast)
                count = Math.Max(count, classes[index].LeastFirms);
            drawn.AsSpan(at, count).Fill((byte)index);
            at += count;
        }
        // What rounding leaves goes to a middling class in tiny sets, where it is most firms, and to the smallest in others.
        var rest = options.Exporters >= FewestForLeast ? 0 : classes.Length / 3;
        drawn.AsSpan(at).Fill((byte)rest);
        var random = DemoRandom.For(options.Seed, DemoStage.Sizes, 0);
        for (var index = drawn.Length - 1; index > 0; index--)
        {
            var other = random.Below(index + 1);
            (drawn[index], drawn[other]) = (drawn[other], drawn[index]);
        }
        return drawn;
    }
}

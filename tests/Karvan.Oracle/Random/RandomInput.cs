namespace Karvan.Oracle;

/// <summary>Writes a small, nasty input folder. The same seed and options give the same bytes of text.</summary>
public static class RandomInput
{
    public static void Write(string dir, int seed, RandomInputOptions options)
    {
        Directory.CreateDirectory(dir);
        var dice = new Dice(seed);
        var draw = new Draw(dice);
        var cast = new Cast(dice, options);

        var exporters = cast.Exporters();
        var ladder = new Ladder(dice, draw, cast, options.Winners);
        if (dice.Chance(60))
            ladder.Build();

        var trade = new Trade(dice, draw, cast, options);
        var planned = trade.Plan(exporters);
        var badExporters = cast.Write(dir, exporters.Concat(ladder.Exporters));
        trade.Write(dir, planned, ladder.Lines.ToList(), badExporters);
        new Claims(dice, cast, options).Write(dir, exporters, badExporters);
        new Obedience(dice, cast, options).Write(dir, exporters, ladder, badExporters);
    }
}

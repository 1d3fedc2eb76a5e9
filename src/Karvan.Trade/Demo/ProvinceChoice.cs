namespace Karvan.Trade.Demo;

/// <summary>Draws where a firm sits: often where its good is at home, else by the number of firms a province has.</summary>
internal sealed class ProvinceChoice
{
    private const int AtHomePerMille = 600;

    /// <summary>From here on every province gets a firm; in smaller sets that would bend the shares.</summary>
    private const int FirmsPerProvince = 10;

    private readonly DemoProvince[] provinces;
    private readonly WeightedPick anywhere;
    private readonly int everyProvinceStep;

    public ProvinceChoice(DemoOptions options, DemoProvince[] provinces)
    {
        this.provinces = provinces;
        anywhere = new WeightedPick(provinces.Select(province => province.FirmWeight));
        var step = options.Exporters / provinces.Length;
        everyProvinceStep = step >= FirmsPerProvince ? step : 0;
    }

    public byte Draw(ref DemoRandom random, int firm, DemoGood good)
    {
        if (
            everyProvinceStep > 0
            && firm % everyProvinceStep == 0
            && firm / everyProvinceStep < provinces.Length
        )
            return (byte)(firm / everyProvinceStep);
        if (good.HomeProvincePick is { } home && random.PerMille(AtHomePerMille))
        {
            var code = good.HomeProvinces[home.Draw(ref random)];
            return (byte)Array.FindIndex(provinces, province => province.Code == code);
        }
        return (byte)anywhere.Draw(ref random);
    }
}

using System.Globalization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>The places of one province as they are typed; left empty, it takes no part.</summary>
[KeptIn<CampaignPlaces>]
public sealed class PlacesRow
{
    [KeptIn<CampaignPlaces>(Optional = true)]
    public string Province { get; set; } = "";

    [KeptIn<CampaignPlaces>(Optional = true)]
    public string? Winners { get; set; }

    [KeptIn<CampaignPlaces>(Optional = true)]
    public string? Reserve { get; set; }
}

/// <summary>One row for each province that may take part.</summary>
public sealed class PlacesForm
{
    public List<PlacesRow> Rows { get; set; } = [];

    public static PlacesForm Of(Campaign campaign) =>
        new()
        {
            Rows =
            [
                .. (campaign.Province is { } own ? [own] : Everywhere).Select(code =>
                {
                    var known = campaign.Places.FirstOrDefault(p => p.Province == code);
                    return new PlacesRow
                    {
                        Province = code,
                        Winners = known?.Winners.ToString(CultureInfo.InvariantCulture),
                        Reserve = known?.Reserve.ToString(CultureInfo.InvariantCulture),
                    };
                }),
            ],
        };

    /// <returns>Null when something typed is no number of places; the errors then say where.</returns>
    public IReadOnlyList<ProvincePlaces>? Read(ModelStateDictionary errors, string prefix)
    {
        var read = new List<ProvincePlaces>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var (winners, reserve) = (Number(Rows[i].Winners), Number(Rows[i].Reserve));
            if (winners is null && reserve is null)
            {
                continue;
            }
            if (winners is not > 0)
            {
                errors.AddModelError(
                    $"{prefix}.{nameof(Rows)}[{i}].{nameof(PlacesRow.Winners)}",
                    "campaign.refused.PlacesWrong"
                );
            }
            if (reserve is < 0)
            {
                errors.AddModelError(
                    $"{prefix}.{nameof(Rows)}[{i}].{nameof(PlacesRow.Reserve)}",
                    "campaign.refused.PlacesWrong"
                );
            }
            read.Add(new ProvincePlaces(Rows[i].Province, winners ?? 0, reserve ?? 0));
        }
        return errors.IsValid ? read : null;
    }

    private static IEnumerable<string> Everywhere =>
        ReferenceTable.Provinces.Rows.Select(r => r.Id);

    /// <returns>Null where nothing is typed, −1 for what is no whole number.</returns>
    private static int? Number(string? typed)
    {
        var digits = PersianText.LatinDigits(typed ?? "").Trim();
        return digits.Length == 0 ? null
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
            : -1;
    }
}

using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>What a form asks of a campaign, apart from its days and places.</summary>
[KeptIn<Campaign>]
public sealed class CampaignForm
{
    public const string Name = "Form";
    public const string Prefix = Name + ".";

    public string NameFa { get; set; } = "";

    public string? NameEn { get; set; }

    public string? Province { get; set; }

    /// <summary>Family, year and version, as <see cref="KeyOf"/> writes them.</summary>
    [KeptIn<Campaign>(nameof(Campaign.RulebookId))]
    public string Rulebook { get; set; } = "";

    public string Within { get; set; } = "";

    public string Review { get; set; } = "";

    public static CampaignForm Of(Campaign campaign) =>
        new()
        {
            NameFa = campaign.NameFa,
            NameEn = campaign.NameEn,
            Province = campaign.Province,
            Rulebook = KeyOf(campaign.Rulebook),
            Within = campaign.Within.ToString(),
            Review = campaign.Review.ToString(),
        };

    public static IReadOnlyList<FieldChoice> Rulebooks(IRulebooks rulebooks, PageTexts words) =>
        [
            .. rulebooks.All.Select(b => new FieldChoice(
                KeyOf(IRulebooks.Pin(b)),
                words[
                    "campaign.rulebook-choice",
                    ("title", b.Title.In(words.Language)),
                    ("version", b.Version)
                ]
            )),
        ];

    /// <returns>Null when something typed cannot be read; the errors then say what.</returns>
    public CampaignProfile? Read(IRulebooks rulebooks, ModelStateDictionary errors)
    {
        var book = rulebooks
            .All.Select(IRulebooks.Pin)
            .FirstOrDefault(p => string.Equals(KeyOf(p), Rulebook, StringComparison.Ordinal));
        Say(errors, nameof(Rulebook), book is null, Rulebook);
        var (within, review) = (
            EnumNames.Of<RankedWithin>(Within),
            EnumNames.Of<ReviewMode>(Review)
        );
        Say(errors, nameof(Within), within is null, Within);
        Say(errors, nameof(Review), review is null, Review);
        return errors.IsValid
            ? new CampaignProfile(
                NameFa,
                NameEn,
                string.IsNullOrEmpty(Province) ? null : Province,
                book!,
                within!.Value,
                review!.Value
            )
            : null;
    }

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(CampaignRefusal refusal) =>
        Prefix
        + refusal switch
        {
            CampaignRefusal.ProvinceUnknown => nameof(Province),
            CampaignRefusal.RulebookUnknown => nameof(Rulebook),
            _ => nameof(NameFa),
        };

    /// <summary>Where nothing is chosen, or what no form offers.</summary>
    private static void Say(ModelStateDictionary errors, string field, bool wrong, string typed)
    {
        if (
            wrong
            && errors.GetFieldValidationState(Prefix + field) is not ModelValidationState.Invalid
        )
        {
            errors.AddModelError(
                Prefix + field,
                string.IsNullOrEmpty(typed) ? "field.required" : "field.invalid"
            );
        }
    }

    private static string KeyOf(RulebookPin pin) =>
        FormattableString.Invariant($"{pin.Id}/{pin.Year}/{pin.Version}");
}

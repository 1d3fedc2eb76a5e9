using Karvan.Platform.Fields;
using Karvan.Registry.Promoters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>Who applies, and from where.</summary>
[KeptIn<Promoter>]
public sealed class AboutForm : SectionForm
{
    public string? NameFa { get; set; }

    public string? NameEn { get; set; }

    public string? Province { get; set; }

    internal override ApplicationPart Part => ApplicationPart.About;

    internal override void Fill(PromoterSection section) =>
        (NameFa, NameEn, Province) = (AboutSection)section;

    internal override PromoterSection Read(ModelStateDictionary errors, string prefix) =>
        new AboutSection(NameFa, NameEn, Province);

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal is PromoterRefusal.ProvinceUnknown ? nameof(Province) : nameof(NameFa);
}

using System.ComponentModel.DataAnnotations;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>Who applies, and from where.</summary>
public sealed class AboutForm : SectionForm
{
    [Required, ValidateNever]
    public string? NameFa { get; set; }

    [Required, ValidateNever]
    public string? NameEn { get; set; }

    [Required, ValidateNever]
    public string? Province { get; set; }

    internal override ApplicationPart Part => ApplicationPart.About;

    internal override void Fill(PromoterSection section) =>
        (NameFa, NameEn, Province) = (AboutSection)section;

    internal override PromoterSection Read(ModelStateDictionary errors, string prefix) =>
        new AboutSection(NameFa, NameEn, Province);

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal is PromoterRefusal.ProvinceUnknown ? nameof(Province) : nameof(NameFa);

    internal override IEnumerable<TypedAnswer> Answers(PageTexts words) =>
        [
            TypedAnswer.Text(nameof(NameFa), words["promoter.name-fa"], NameFa),
            TypedAnswer.Text(nameof(NameEn), words["promoter.name-en"], NameEn),
            TypedAnswer.Choice(
                nameof(Province),
                words["promoter.province"],
                Province,
                string.IsNullOrEmpty(Province) ? "" : PlaceNames.Province(Province, words)
            ),
        ];
}

using System.ComponentModel.DataAnnotations;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>How to reach the applicant, and what of it everybody may see.</summary>
public sealed class ContactForm : SectionForm
{
    [Required, ValidateNever]
    public string? Phone { get; set; }

    public bool PublishesPhone { get; set; }

    public string? Email { get; set; }

    public bool PublishesEmail { get; set; }

    public bool Consents { get; set; }

    internal override ApplicationPart Part => ApplicationPart.Contact;

    internal override void Fill(PromoterSection section) =>
        (Phone, Email, PublishesPhone, PublishesEmail, Consents) = (ContactSection)section;

    internal override PromoterSection Read(ModelStateDictionary errors, string prefix) =>
        new ContactSection(Phone, Email, PublishesPhone, PublishesEmail, Consents);

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal switch
        {
            PromoterRefusal.EmailWrong => nameof(Email),
            PromoterRefusal.Incomplete => nameof(Consents),
            _ => nameof(Phone),
        };

    internal override IEnumerable<TypedAnswer> Answers(PageTexts words) =>
        [
            TypedAnswer.Text(nameof(Phone), words["promoter.phone"], Phone),
            YesOrNo(nameof(PublishesPhone), words["promoter.publish-phone"], PublishesPhone, words),
            TypedAnswer.Text(nameof(Email), words["promoter.email"], Email),
            YesOrNo(nameof(PublishesEmail), words["promoter.publish-email"], PublishesEmail, words),
            YesOrNo(nameof(Consents), words["promoter.consent"], Consents, words),
        ];

    private static TypedAnswer YesOrNo(string name, Said label, bool yes, PageTexts words) =>
        TypedAnswer.Choice(
            name,
            label,
            yes ? "true" : "false",
            words[yes ? "promoter.yes" : "promoter.no"].Bare
        );
}

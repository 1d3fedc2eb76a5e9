using Karvan.Platform.Fields;
using Karvan.Registry.Promoters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>How to reach the applicant, and what of it everybody may see.</summary>
[KeptIn<Promoter>]
public sealed class ContactForm : SectionForm
{
    public string? Phone { get; set; }

    public bool PublishesPhone { get; set; }

    public string? Email { get; set; }

    public bool PublishesEmail { get; set; }

    [Field("promoter.consent")]
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
}

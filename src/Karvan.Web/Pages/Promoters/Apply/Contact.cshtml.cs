using Karvan.Core.Accounts;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="ContactForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ContactModel(SectionDesk desk) : SectionPage<ContactForm>(desk);

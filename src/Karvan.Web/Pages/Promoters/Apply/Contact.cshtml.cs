using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="ContactForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ContactModel(SectionDesk desk) : SectionPage<ContactForm>(desk);

using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="ContactForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyContactModel(SectionDesk desk) : SectionPage<ContactForm>(desk);

using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="ContactForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ApplyContactModel(SectionDesk desk) : SectionPage<ContactForm>(desk);

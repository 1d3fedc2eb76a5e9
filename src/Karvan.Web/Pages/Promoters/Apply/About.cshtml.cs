using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="AboutForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class AboutModel(SectionDesk desk) : SectionPage<AboutForm>(desk);

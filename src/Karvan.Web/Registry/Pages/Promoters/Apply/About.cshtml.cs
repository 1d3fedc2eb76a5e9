using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="AboutForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyAboutModel(SectionDesk desk) : SectionPage<AboutForm>(desk);

using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="LanguagesForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyLanguagesModel(SectionDesk desk) : SectionPage<LanguagesForm>(desk);

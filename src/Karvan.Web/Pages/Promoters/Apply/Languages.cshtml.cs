using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="LanguagesForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class LanguagesModel(SectionDesk desk) : SectionPage<LanguagesForm>(desk);

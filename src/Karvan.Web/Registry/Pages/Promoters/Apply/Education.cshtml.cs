using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="EducationForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyEducationModel(SectionDesk desk) : SectionPage<EducationForm>(desk);

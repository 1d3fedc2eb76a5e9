using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="ExperienceForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyExperienceModel(SectionDesk desk) : SectionPage<ExperienceForm>(desk);

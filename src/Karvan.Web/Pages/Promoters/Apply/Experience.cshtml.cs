using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="ExperienceForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ExperienceModel(SectionDesk desk) : SectionPage<ExperienceForm>(desk);

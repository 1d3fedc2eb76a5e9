using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="EducationForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class EducationModel(SectionDesk desk) : SectionPage<EducationForm>(desk);

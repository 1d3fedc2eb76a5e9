using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="ExperienceForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ApplyExperienceModel(SectionDesk desk) : SectionPage<ExperienceForm>(desk);

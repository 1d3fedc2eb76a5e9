using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="EducationForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ApplyEducationModel(SectionDesk desk) : SectionPage<EducationForm>(desk);

using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="AboutForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ApplyAboutModel(SectionDesk desk) : SectionPage<AboutForm>(desk);

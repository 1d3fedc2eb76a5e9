using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="LanguagesForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ApplyLanguagesModel(SectionDesk desk) : SectionPage<LanguagesForm>(desk);

using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="FieldsForm" />
[Asks(Act.ApplyAsPromoter)]
public sealed class ApplyFieldsModel(SectionDesk desk) : SectionPage<FieldsForm>(desk);

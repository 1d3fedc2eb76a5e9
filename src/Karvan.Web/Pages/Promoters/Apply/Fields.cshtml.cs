using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Access;

namespace Karvan.Web.Pages.Promoters.Apply;

/// <inheritdoc cref="FieldsForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class FieldsModel(SectionDesk desk) : SectionPage<FieldsForm>(desk);

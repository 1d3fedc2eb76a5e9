using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <inheritdoc cref="FieldsForm" />
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyFieldsModel(SectionDesk desk) : SectionPage<FieldsForm>(desk);

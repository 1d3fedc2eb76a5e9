using Karvan.Platform.Values;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Events;

/// <summary>Where the page of a record stands, by the kind its events name.</summary>
internal static class SubjectLink
{
    /// <returns>Null for a kind that has no page.</returns>
    public static string? To(string kind, Guid? id, Guid? enterprise) =>
        SubjectPage.Of(new Subject(kind, id, Body.Shared, EnterpriseId: enterprise));
}

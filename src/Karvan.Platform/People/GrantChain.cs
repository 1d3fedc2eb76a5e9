using Karvan.Platform.Authorization;
using Karvan.Platform.Values;

namespace Karvan.Platform.People;

internal static class GrantChain
{
    /// <summary>The event of a grant stands in the chain of its body, and of its province where it has just one.</summary>
    public static Subject Of(string kind, Guid id, Body body, Provinces provinces, Guid? person) =>
        new(
            kind,
            id,
            body,
            provinces is { All: false, Codes: [var province] } ? province : null,
            PersonId: person
        );
}

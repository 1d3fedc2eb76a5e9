using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Pages.Audit;

/// <summary>The chains of events that somebody may read: asked chain by chain of the one decision.</summary>
internal static class ReadableChains
{
    public static IReadOnlyCollection<string> Of(Actor actor) =>
        [
            .. AuditChain
                .All.Where(c =>
                    Decision.Allows(
                        actor,
                        PlatformActs.ReadAudit,
                        AuditChain.SubjectOf(c.Body, c.Province)
                    )
                )
                .Select(c => AuditChain.KeyOf(c.Body, c.Province)),
        ];
}

using Karvan.Evaluation.Rulebooks;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>Drafts of rulebooks: those who write and approve them, and the auditors.</summary>
internal sealed class RulebookRoutes : IRouteEntries
{
    private const string Of = "rulebook-drafts/{id:guid}";

    private static readonly string[] Officers = ["secretary", "administrator"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("rulebook-drafts", "/rulebook-drafts", Opens([.. Officers, "auditor"])),
        new RouteEntry("rulebook-drafts/begin", "/rulebook-drafts/begin", Opens(Officers)).Post(
            Opens(Officers)
        ),
        new RouteEntry(Of, "/rulebook-drafts/{draft-open}", Opens([.. Officers, "auditor"]))
            .Also("File", Opens([.. Officers, "auditor"]))
            // Somebody else's, and over a version that is none.
            .Post("Send", Opens(Officers), ("Version", "99"))
            .Post("TakeBack", Opens(Officers), ("Version", "99"))
            .Post("Drop", Opens(Officers), ("Version", "99")),
        new RouteEntry($"{Of}/decide", "/rulebook-drafts/{draft-sent}/decide", Opens(Officers))
            .Post("Publish", Opens(Officers), ("Version", "99"))
            .Post("Return", Opens(Officers), ("Version", "99")),
        Form("part/{part}", "part/Points"),
        Form("lists", "lists"),
        Form("readings", "readings"),
        Form("text", "text"),
        new($"{Of}/cases", "/rulebook-drafts/{draft-open}/cases", Opens([.. Officers, "auditor"])),
        new(
            "rulebooks/announced/{id:guid}",
            "/rulebooks/announced/{rulebook-published}",
            Opens(Everybody)
        ),
    ];

    /// <summary>Only its drafter writes a draft; other officers are led to it.</summary>
    private static RouteEntry Form(string route, string path) =>
        new RouteEntry(
            $"{Of}/{route}",
            $"/rulebook-drafts/{{draft-open}}/{path}",
            Opens("secretary").AlsoLeads("/rulebook-drafts/{draft-open}", "administrator")
        ).Post(Opens(Officers), ("Version", "99"));

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site) =>
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["draft-open"] = await site.RulebookDraftThatIs(RulebookDraftState.Open),
            ["rulebook-published"] = await site.PublishedRulebook(),
            ["draft-sent"] = await site.RulebookDraftThatIs(RulebookDraftState.Sent),
        };
}

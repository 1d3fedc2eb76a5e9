using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Scoring;

namespace Karvan.Evaluation.Results;

/// <summary>
/// What was computed of a campaign, frozen with everything that it rests on: the inputs byte for byte, of the customs lines the
/// hash, and the scores as <c>karvan score</c> writes them. It never changes; computing again makes another one.
/// </summary>
public sealed class CampaignResult : IOwned
{
    private readonly List<ResultRow> rows = [];

    private CampaignResult() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public string? Province { get; private set; }

    /// <summary>From 1, in the order in which they were computed.</summary>
    [Field("result.number")]
    public int Number { get; private set; }

    public DateTime ComputedAt { get; private set; }
    public string ComputedBy { get; private set; } = "";

    [Field("result.rulebook-hash", Longest = 64)]
    public string RulebookHash { get; private set; } = "";

    /// <summary><c>exporters.csv</c>.</summary>
    [NotRecorded]
    public string Exporters { get; private set; } = "";

    /// <summary><c>evidence.csv</c>, with the decisions as they stood.</summary>
    [NotRecorded]
    public string Evidence { get; private set; } = "";

    /// <summary><c>compliance.csv</c>.</summary>
    [NotRecorded]
    public string Compliance { get; private set; } = "";

    /// <summary>SHA-256 of <c>declarations.csv</c>, which the imports in force gave.</summary>
    [Field("result.declarations-hash", Longest = 64)]
    public string DeclarationsHash { get; private set; } = "";

    /// <summary><c>scores.csv</c>.</summary>
    [NotRecorded]
    public string Scores { get; private set; } = "";

    [Field("result.scores-hash", Longest = 64)]
    public string ScoresHash { get; private set; } = "";

    /// <summary>How many items had no decision yet; they count for nothing.</summary>
    [Field("result.undecided")]
    public int Undecided { get; private set; }

    public IReadOnlyList<ResultRow> Rows => rows;

    public Subject Subject => new(nameof(CampaignResult), Id, Body.TradePromotion, Province);

    internal static CampaignResult Freeze(
        (Guid Id, string? Province) campaign,
        int number,
        CampaignInput input,
        ComputedScores computed,
        (string Name, DateTime At) by
    )
    {
        var made = new CampaignResult
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign.Id,
            Province = campaign.Province,
            Number = number,
            ComputedAt = by.At,
            ComputedBy = by.Name,
            RulebookHash = computed.RulebookHash,
            Exporters = input.Exporters,
            Evidence = input.Evidence,
            Compliance = input.Compliance,
            DeclarationsHash = computed.DeclarationsHash,
            Scores = computed.Scores,
            ScoresHash = computed.ScoresHash,
            Undecided = input.Undecided,
        };
        made.rows.AddRange(
            computed.Rows.Select(
                (row, place) => new ResultRow(made.Id, place, row, input.Dossiers[row.Exporter])
            )
        );
        return made;
    }
}

/// <summary>One exporter of a result; what it says stands in the scores.</summary>
[NotRecorded]
public sealed class ResultRow
{
    private ResultRow() { }

    internal ResultRow(Guid result, int place, ScoredRow row, FiledFirm firm)
    {
        (Id, ResultId, Place) = (Guid.CreateVersion7(), result, place);
        (DossierId, EnterpriseId) = (firm.Dossier, firm.Enterprise);
        (Exporter, Province, ProductGroup) = (row.Exporter, row.Province, row.ProductGroup);
        (Rank, Status, Hundredths) = (row.Rank, row.Status, row.Hundredths);
        Explained = row.Explained;
    }

    public Guid Id { get; private set; }
    public Guid ResultId { get; private set; }

    /// <summary>In the order of <c>scores.csv</c>.</summary>
    public int Place { get; private set; }

    public Guid DossierId { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Exporter { get; private set; } = "";
    public string Province { get; private set; } = "";
    public string? ProductGroup { get; private set; }

    /// <summary>Null for the removed.</summary>
    public int? Rank { get; private set; }

    public ExporterStatus Status { get; private set; }

    /// <summary>Hundredths of a point.</summary>
    public int Hundredths { get; private set; }

    /// <summary>How its points came about: <see cref="FrozenExplanation"/>.</summary>
    public byte[] Explained { get; private set; } = [];

    public decimal Total => Hundredths / 100m;
}

using Karvan.Rules.Rulebooks;

namespace Karvan.Evidence.Items;

/// <summary>
/// What a criterion asks of an item of one kind: what holds for all of its items, and what for the kind besides. Forms show
/// these fields and no others.
/// </summary>
public sealed class EvidenceAsk
{
    private readonly Criterion criterion;
    private readonly EvidenceDemands[] demands;

    /// <param name="criterion">One that takes evidence.</param>
    /// <param name="kind">Null while none is chosen.</param>
    /// <exception cref="ArgumentException">The criterion takes no evidence, or its book does not say which.</exception>
    public EvidenceAsk(Criterion criterion, string? kind)
    {
        this.criterion = criterion;
        Acceptance =
            criterion.Acceptance
            ?? throw new ArgumentException(
                $"{criterion.Id} does not say what evidence it takes.",
                nameof(criterion)
            );
        Kind = Acceptance.Kinds.FirstOrDefault(k =>
            string.Equals(k.Id, kind, StringComparison.Ordinal)
        );
        demands = Kind is null ? [Acceptance.Demands] : [Acceptance.Demands, Kind.Demands];
    }

    public Acceptance Acceptance { get; }

    /// <summary>Null where none is chosen, and where there is one alone.</summary>
    public EvidenceKind? Kind { get; }

    public bool HasKinds => Acceptance.Kinds.Count > 0;

    public IReadOnlyList<EvidenceField> Fields => [.. demands.SelectMany(d => d.Fields).Distinct()];

    public IReadOnlyList<EvidenceDocument> Documents =>
        [.. demands.SelectMany(d => d.Documents).DistinctBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>Ids of the bodies of which one must endorse it; empty where none has to.</summary>
    /// <param name="withoutMission">Whether the country has no Iranian mission (clause S.a).</param>
    public IReadOnlyList<string> Endorsers(bool withoutMission) =>
        [
            .. demands
                .Select(d => d.EndorsedBy)
                .OfType<EvidenceEndorsement>()
                .SelectMany(e => withoutMission ? [.. e.Bodies, .. e.WithoutMission] : e.Bodies)
                .Distinct(StringComparer.Ordinal),
        ];

    public bool NeedsEndorsement => demands.Any(d => d.EndorsedBy is not null);

    /// <summary>Ids of the bodies under one of which an association must stand.</summary>
    public IReadOnlyList<string> Under =>
        [.. demands.SelectMany(d => d.Under).Distinct(StringComparer.Ordinal)];

    public EvidenceValidity? Valid =>
        demands.Select(d => d.Valid).LastOrDefault(v => v is not null);

    public int? HeldIn => demands.Select(d => d.HeldIn).LastOrDefault(y => y is not null);

    public EvidenceProof? Proof => demands.Select(d => d.Proof).LastOrDefault(p => p is not null);

    public IReadOnlyList<EvidenceInquiry> Inquiries => [.. demands.SelectMany(d => d.Inquiries)];

    /// <summary>Of the grade that a reviewer confirms; empty where there are none.</summary>
    public IReadOnlyList<Level> Levels => criterion.Rule is GradedRule rule ? rule.Levels : [];

    /// <summary>The largest number an item may say of itself, in hundredths; null where it says none.</summary>
    public int? Largest =>
        criterion.Rule switch
        {
            GradedRule => WholePercent,
            JudgedRule => criterion.Max.Hundredths,
            _ => null,
        };

    /// <summary>Whether an item without a number is not complete: a share that was made at home is the firm's to say.</summary>
    public bool NeedsNumber => criterion.Rule is GradedRule;

    /// <summary>The only languages or other items that count are the measure's.</summary>
    public AcceptedEvidence Measure =>
        criterion.Measure as AcceptedEvidence
        ?? throw new InvalidOperationException($"{criterion.Id} counts no evidence.");

    /// <summary>Hundredths of a hundred per cent.</summary>
    private const int WholePercent = 100 * 100;
}

namespace Karvan.Evaluation.Results;

/// <summary>Whose dossier stands behind an exporter.</summary>
public sealed record FiledFirm(Guid Dossier, Guid Enterprise, string Province);

/// <summary>What a campaign comes to as input files of the command line, apart from the customs lines.</summary>
/// <param name="Dossiers">By the number of the exporter.</param>
/// <param name="Numbers">Every number under which an exporter stands on customs lines.</param>
/// <param name="Undecided">Items without a decision.</param>
public sealed record CampaignInput(
    string Exporters,
    string Evidence,
    string Compliance,
    IReadOnlyDictionary<string, FiledFirm> Dossiers,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Numbers,
    int Undecided
);

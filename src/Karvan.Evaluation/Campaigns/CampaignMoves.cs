using System.Reflection;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Campaigns;

/// <summary>A step from one state of a campaign to another.</summary>
/// <param name="Needs">What must be met before it is taken.</param>
/// <param name="Undoes">The move that it takes back, if one.</param>
/// <param name="TakesReason">Whether whoever takes it says why.</param>
public sealed record CampaignMove(
    string Name,
    CampaignState From,
    CampaignState To,
    IReadOnlyList<Need> Needs,
    string? Undoes,
    bool TakesReason
);

/// <summary>The one table of states and moves (design §5): <c>campaign-moves.csv</c>, which an officer can read.</summary>
public static class CampaignMoves
{
    public const string Call = "call";
    public const string TakeBack = "take-back";
    public const string BeginReview = "begin-review";
    public const string ReopenFiling = "reopen-filing";

    public const string ToCommittee = "to-committee";
    public const string ReopenReview = "reopen-review";

    /// <summary>Has a page of its own, which shows what each audience will see.</summary>
    public const string Release = "release";

    private const string File = "campaign-moves.csv";
    private const string Columns = "move,from,to,needs,undoes,reason";

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<CampaignMove> All { get; } = Shipped();

    public static IEnumerable<CampaignMove> From(CampaignState state) =>
        All.Where(m => m.From == state);

    /// <returns>Null where the table has no such move from this state.</returns>
    public static CampaignMove? Find(string? name, CampaignState state) =>
        From(state).FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));

    /// <exception cref="InvalidOperationException">A line is none; it names the line and what was expected.</exception>
    internal static IReadOnlyList<CampaignMove> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines[0] != Columns)
        {
            throw new InvalidOperationException(
                $"{File} begins with '{lines[0]}'; '{Columns}' was expected."
            );
        }
        var moves = lines
            .Select((line, at) => (Fields: line.Split(','), Line: at + 1))
            .Skip(1)
            .Where(l => l.Fields is not [""])
            .Select(l => Move(l.Fields, l.Line))
            .ToList();
        foreach (var move in moves.Where(m => m.Undoes is not null))
        {
            if (!moves.Exists(m => m.Name == move.Undoes && m.To == move.From && m.From == move.To))
            {
                throw new InvalidOperationException(
                    $"{File}: '{move.Name}' undoes '{move.Undoes}', which does not lead from {move.To} to {move.From}."
                );
            }
        }
        return moves;
    }

    private static CampaignMove Move(string[] fields, int line) =>
        fields is [{ Length: > 0 } name, var from, var to, var needs, var undoes, "yes" or "no"]
            ? new CampaignMove(
                name,
                One<CampaignState>(from, line),
                One<CampaignState>(to, line),
                [
                    .. needs
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(n => One<Need>(n, line)),
                ],
                undoes.Length > 0 ? undoes : null,
                fields[5] == "yes"
            )
            : throw new InvalidOperationException(
                $"{File}, line {line}: the columns {Columns} were expected, the last with yes or no."
            );

    private static T One<T>(string name, int line)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Where(v => string.Equals($"{v}", name, StringComparison.OrdinalIgnoreCase))
            .Select(v => (T?)v)
            .FirstOrDefault()
        ?? throw new InvalidOperationException(
            $"{File}, line {line}: '{name}' is none of {string.Join(", ", Enum.GetNames<T>())}."
        );

    private static IReadOnlyList<CampaignMove> Shipped()
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is missing.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}

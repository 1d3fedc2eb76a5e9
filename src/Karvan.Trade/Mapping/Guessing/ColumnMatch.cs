using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Guessing;

/// <summary>Gives each target at most one column, the best pairs first.</summary>
internal static class ColumnMatch
{
    private const int ForWholeName = 1000;
    private const int ForContent = 500;
    private const int ForPartOfName = 300;
    private const int Least = ForContent;

    public static Dictionary<Target, (int Column, Sureness Sure)> Of(
        IReadOnlyList<string> names,
        IReadOnlyList<ColumnEvidence> evidence
    )
    {
        var pairs = new List<(int Points, Target Target, int Column, Sureness Sure)>();
        for (var column = 0; column < names.Count; column++)
        {
            var words = ColumnWords.Of(names[column]);
            foreach (var target in Enum.GetValues<Target>())
            {
                var (_, match, length) = words.FirstOrDefault(w => w.Target == target);
                var empty = evidence[column].Cells.Count == 0;
                var suits = evidence[column].Suits(target);
                var tells = suits && evidence[column].Tells(target);
                if (!suits && !empty)
                {
                    continue;
                }
                var points =
                    (match is NameMatch.Whole ? ForWholeName : 0)
                    + (match is NameMatch.Part ? ForPartOfName : 0)
                    + (tells ? ForContent : 0)
                    + (match > NameMatch.None && suits ? ForContent / 2 : 0)
                    + length;
                var sure =
                    match is NameMatch.Whole && suits ? Sureness.Certain
                    : match is NameMatch.Part && tells ? Sureness.Certain
                    : Sureness.Likely;
                if (points >= Least)
                {
                    pairs.Add((points, target, column, sure));
                }
            }
        }
        var found = new Dictionary<Target, (int, Sureness)>();
        var taken = new HashSet<int>();
        foreach (
            var pair in pairs
                .OrderByDescending(p => p.Points)
                .ThenBy(p => p.Target)
                .ThenBy(p => p.Column)
        )
        {
            if (!found.ContainsKey(pair.Target) && taken.Add(pair.Column))
            {
                found.Add(pair.Target, (pair.Column, pair.Sure));
            }
        }
        return found;
    }
}

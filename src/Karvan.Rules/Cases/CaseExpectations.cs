using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Cases;

/// <summary>What a case says must come out, in the words of results.</summary>
internal static class CaseExpectations
{
    private const string TotalKey = "total";

    /// <summary>How results are said when there is no rank.</summary>
    public const string NoRank = "none";

    public static List<CaseExpectation> Of(Cursor entry, Rulebook book)
    {
        var expected = new List<CaseExpectation>();
        var ids = book.Criteria.Select(c => c.Id).ToList();
        foreach (var (name, value) in entry.Maybe("expect")?.Named ?? [])
        {
            var total = name.Text is TotalKey;
            if (!total && !ids.Contains(name.Text, StringComparer.Ordinal))
            {
                name.RefuseUnknown("criterion", [.. ids, TotalKey]);
            }
            else
            {
                CheckMaximum(value, total ? book.Total : book.Criterion(name.Text).Max);
            }
            expected.Add(
                new CaseExpectation(
                    total ? CaseSubject.Total : CaseSubject.Points,
                    total ? "" : name.Text,
                    value.Points.ToString(),
                    value.Node.At
                )
            );
        }
        foreach (var (name, value) in entry.Maybe("states")?.Named ?? [])
        {
            if (!ids.Contains(name.Text, StringComparer.Ordinal))
            {
                name.RefuseUnknown("criterion", ids);
            }
            expected.Add(
                new CaseExpectation(CaseSubject.State, name.Text, value.Text, value.Node.At)
            );
        }
        if (entry.Maybe("rank") is { } rank)
        {
            var value = rank.IsNull ? NoRank : $"{rank.Whole}";
            expected.Add(new CaseExpectation(CaseSubject.Rank, "", value, rank.Node.At));
        }
        if (entry.Maybe("status") is { } status)
        {
            expected.Add(new CaseExpectation(CaseSubject.Status, "", status.Text, status.Node.At));
        }
        return expected;
    }

    private static void CheckMaximum(Cursor value, Points most)
    {
        if (value.Points > most)
        {
            value.Refuse(
                "points-out-of-range",
                $"{value.Points.Plain} points",
                $"at most {most.Plain}, the maximum"
            );
        }
    }
}

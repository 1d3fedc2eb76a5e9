namespace Karvan.Rules.Cases;

/// <summary>Results of worked cases as lines for people: a line a file, under it what does not agree, and a sum.</summary>
public static class CaseReport
{
    public static IReadOnlyList<string> Lines(IReadOnlyList<CaseResult> results)
    {
        var lines = new List<string>();
        var files = results.GroupBy(r => r.Case.File, StringComparer.Ordinal).ToList();
        var width = files.Select(f => f.Key.Length).DefaultIfEmpty().Max();
        foreach (var file in files)
        {
            lines.Add($"{file.Key.PadRight(width)}  {Sum([.. file])}");
            lines.AddRange(file.SelectMany(r => r.Mismatches).Select(m => "  " + m));
        }
        lines.Add(Sum(results));
        return lines;
    }

    private static string Sum(IReadOnlyList<CaseResult> results)
    {
        var failed = results.Count(r => !r.Passed);
        var cases = results.Count == 1 ? "1 case" : $"{results.Count} cases";
        return failed == 0
            ? $"{cases}, all pass"
            : $"{cases}, {failed} of them {(failed == 1 ? "fails" : "fail")}";
    }
}

namespace Karvan.Testing.Kills;

/// <param name="Database">As <c>Karvan__Database</c> takes it; filled with the demo before.</param>
/// <param name="Kills">How many processes die, one at a time or both at once.</param>
/// <param name="Together">How many of the last kills are of one of two processes on the same database.</param>
public sealed record KillPlan(string Database, int Seed, int Kills, int Together);

/// <summary>What came of it.</summary>
/// <param name="Faults">Whatever was lost, half there, twice there, or answered strangely; empty where all is well.</param>
/// <param name="Unanswered">Saves, parts and commits whose process died before it answered.</param>
/// <param name="TakenOver">Jobs that more than one process had.</param>
/// <param name="GivenUp">Files whose job was killed so often that somebody had it read again.</param>
public sealed record KillReport(
    int Seed,
    IReadOnlyDictionary<Moment, int> Moments,
    int Kills,
    int Saves,
    int Uploads,
    long Bytes,
    int Commits,
    long Lines,
    int Unanswered,
    int TakenOver,
    int GivenUp,
    TimeSpan LongestRecovery,
    TimeSpan Passed,
    IReadOnlyList<string> Faults
)
{
    public override string ToString() =>
        $"seed {Seed}: {Kills} kills in {Passed.TotalSeconds:0} s; {Saves} saves, {Uploads} files of {Bytes} bytes, {Commits} imports "
        + $"of {Lines} lines, {Unanswered} requests unanswered, {TakenOver} jobs taken over, {GivenUp} given up, "
        + $"ready again after at most {LongestRecovery.TotalSeconds:0.0} s; {Faults.Count} faults";
}

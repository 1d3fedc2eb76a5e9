namespace Karvan.Rules.Scoring;

/// <summary>
/// One criterion over all firms: points, state, and the trail. The trail is a number whose meaning the kind gives:
/// the place of the band (−1 below the first), or how many countries or items counted, items up to 32,767: the rows
/// themselves tell how many more.
/// </summary>
public sealed class ScoreColumn(int firms)
{
    /// <summary>Hundredths of a point.</summary>
    public int[] Points { get; } = new int[firms];

    public ScoreState[] States { get; } = new ScoreState[firms];

    public short[] Trail { get; } = new short[firms];

    internal ScoreColumn Copy()
    {
        var copy = new ScoreColumn(Points.Length);
        Points.CopyTo(copy.Points, 0);
        States.CopyTo(copy.States, 0);
        Trail.CopyTo(copy.Trail, 0);
        return copy;
    }
}

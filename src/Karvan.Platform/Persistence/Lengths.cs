namespace Karvan.Platform.Persistence;

/// <summary>How long texts of one kind may be, in characters; the same in both databases.</summary>
public static class Lengths
{
    public const int Name = 200;
    public const int Code = 40;

    /// <summary>A name in one spelling, with what it is of before it.</summary>
    public const int Trace = 250;
}

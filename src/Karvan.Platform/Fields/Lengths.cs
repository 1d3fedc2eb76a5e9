namespace Karvan.Platform.Fields;

/// <summary>How long texts of one kind may be, in characters; the same in forms and in both databases.</summary>
public static class Lengths
{
    public const int Name = 200;
    public const int Code = 40;
    public const int Phone = 40;

    /// <summary>As long as accounts take them.</summary>
    public const int Email = 256;

    /// <summary>An address, a short note: a few lines.</summary>
    public const int Note = 1000;

    /// <summary>What somebody tells at length, a reason, or a list that is typed.</summary>
    public const int Text = 4000;

    /// <summary>A name in one spelling, with what it is of before it.</summary>
    public const int Trace = 300;
}

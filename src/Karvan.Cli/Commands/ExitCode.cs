namespace Karvan.Cli.Commands;

/// <summary>Exit codes, as the format of the command line fixes them.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was rejected.</summary>
    public const int Good = 0;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 1;

    /// <summary>Unusable input: nothing was written.</summary>
    public const int Unusable = 2;

    /// <summary>Scores were written, and some rows were rejected.</summary>
    public const int SomeRejected = 3;

    /// <summary>A chain of events does not hold.</summary>
    public const int BrokenChain = 3;

    /// <summary>Stopped from the keyboard, as shells count it.</summary>
    public const int Stopped = 130;
}

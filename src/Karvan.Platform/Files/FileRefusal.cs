namespace Karvan.Platform.Files;

/// <summary>Why a file is not taken.</summary>
public enum FileRefusal
{
    /// <summary>No file was sent.</summary>
    Missing,

    /// <summary>It has no bytes.</summary>
    Empty,

    TooLarge,

    /// <summary>The line broke off before its end.</summary>
    BrokenOff,

    /// <summary>A program, a script, or a page that runs scripts.</summary>
    Executable,

    /// <summary>None of the types that are taken.</summary>
    TypeUnknown,

    /// <summary>The ending of the name says another type than the content.</summary>
    Mismatched,

    /// <summary>
    /// The binary Office format, or an Office file behind a password (which is stored in the same way): whether
    /// it holds macros cannot be told without running a reader of that format.
    /// </summary>
    OldOffice,

    /// <summary>An Office file with macros or with a program in it.</summary>
    Macros,

    /// <summary>An Office file that would unpack to far more than it is.</summary>
    Bomb,

    /// <summary>An Office file whose package cannot be read.</summary>
    Damaged,

    /// <summary>The scanner found something in the same content before.</summary>
    Infected,
}

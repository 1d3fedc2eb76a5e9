namespace Karvan.Trade.Files;

/// <summary>
/// An input that cannot be read at all: a file or column missing, damaged, or of another kind. Thrown across the
/// reading threads and turned into exit code 2 at the edge. The message says what was found, where, what was
/// expected and what to do.
/// </summary>
public sealed class UnusableInputException(string message) : Exception(message);

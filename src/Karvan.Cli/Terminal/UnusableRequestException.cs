namespace Karvan.Cli.Terminal;

/// <summary>A question that cannot be answered as asked; the message says what to do. Ends the command with exit code 2.</summary>
internal sealed class UnusableRequestException(string message) : Exception(message);

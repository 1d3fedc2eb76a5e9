namespace Karvan.Cli.Terminal;

/// <summary>Messages on the error stream; coloured only on a terminal and unless NO_COLOR is set.</summary>
internal static class Say
{
    public static bool Colours { get; } =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && !Console.IsErrorRedirected;

    public static void Error(string message) => Write("karvan: ", "31", message);

    public static void Warning(string message) => Write("karvan: ", "33", message);

    public static void Note(string message) => Console.Error.WriteLine(message);

    private static void Write(string prefix, string colour, string message) =>
        Console.Error.WriteLine(Colours ? $"\e[{colour}m{prefix}\e[0m{message}" : prefix + message);
}

using Karvan.Architecture.Tests.Folders.Samples.One;

namespace Karvan.Architecture.Tests.Folders.Samples.Two;

internal static class Called
{
    public static string Text() => new Asked(Limits.Most).ToString();
}

internal sealed record Made(int Number);

internal static class Limits
{
    public const int Most = 3;
}

using Karvan.Architecture.Tests.Folders.Samples.Two;

namespace Karvan.Architecture.Tests.Folders.Samples.One;

/// <summary>Uses the other folder inside a method alone.</summary>
internal static class BodyAlone
{
    public static int Length() => Called.Text().Length;
}

/// <summary>Uses it inside what the compiler makes of a lambda.</summary>
internal static class LambdaAlone
{
    public static int Count() => Enumerable.Range(0, 2).Select(n => new Made(n)).Count();
}

/// <summary>What the other folder uses back.</summary>
internal sealed record Asked(int Number);

internal static class Unused;

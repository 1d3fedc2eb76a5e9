using Karvan.Architecture.Tests.Folders.Samples.Two;

namespace Karvan.Architecture.Tests.Folders.Samples.One;

/// <summary>Uses a constant, which the compiler copies.</summary>
internal static class ConstantAlone
{
    public static int Most() => Limits.Most;
}

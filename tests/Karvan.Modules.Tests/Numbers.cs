using Karvan.Platform.Values;

namespace Karvan.Modules.Tests;

/// <summary>Legal ids that hold, as many as a test needs.</summary>
internal static class Numbers
{
    public static string Legal(int place) =>
        Enumerable
            .Range(0, 10)
            .Select(last => $"{1038028400 + place}{last}")
            .First(n => LegalId.TryParse(n, out _));
}

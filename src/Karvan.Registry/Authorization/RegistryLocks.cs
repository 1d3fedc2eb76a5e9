using Karvan.Registry.Firms;

namespace Karvan.Registry.Authorization;

/// <summary>Locks of the registry, beside one for each reference list.</summary>
internal static class RegistryLocks
{
    public const string Successions = "Succession";
    public const string Duplicates = "LikelyDuplicate";
}

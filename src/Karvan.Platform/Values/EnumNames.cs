using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Karvan.Platform.Values;

/// <summary>
/// Reads the members of an enum by their names, written as they are declared, and in no other way: the framework takes
/// numbers too, also those of no member, and lists of names.
/// </summary>
public static class EnumNames
{
    public static bool TryParse<T>([NotNullWhen(true)] string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.All.TryGetValue(name, out value);
    }

    /// <returns>Null for what is no member's name.</returns>
    public static T? Of<T>(string? name)
        where T : struct, Enum => TryParse<T>(name, out var value) ? value : null;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> All = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v.ToString(), StringComparer.Ordinal);
    }
}

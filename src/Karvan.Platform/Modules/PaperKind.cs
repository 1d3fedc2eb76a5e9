using System.Reflection;
using Karvan.Platform.Authorization;

namespace Karvan.Platform.Modules;

/// <summary>
/// A kind of official paper. A module declares its kinds; their words stand with its texts as <c>paper.kind.NAME</c>.
/// </summary>
/// <param name="Name">Unique over all modules; stored with each paper.</param>
/// <param name="Read">What one must be allowed to do to a paper in order to see it and its signed copy.</param>
/// <param name="Issue">What it takes to draft one, give it its number, file it signed and withdraw it.</param>
public sealed record PaperKind(string Name, Act Read, Act Issue)
{
    /// <summary>The kinds that a class declares as static fields.</summary>
    public static IReadOnlyList<PaperKind> Of(Type declaring) =>
        [
            .. declaring
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(f => f.FieldType == typeof(PaperKind))
                .Select(f => (PaperKind)f.GetValue(null)!),
        ];
}

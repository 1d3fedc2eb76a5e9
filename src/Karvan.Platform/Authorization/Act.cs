using System.Reflection;
using System.Runtime.CompilerServices;
using Karvan.Platform.Values;

namespace Karvan.Platform.Authorization;

/// <summary>
/// Something a person can do. Each page, file, search, export, route and change asks for one. A module declares its acts
/// with who may do them; what no permit covers is allowed to nobody but the system itself.
/// </summary>
public sealed class Act
{
    /// <param name="name">The name of the field that holds it: pages ask by <c>nameof</c>.</param>
    public Act(Permit[] permits, [CallerMemberName] string name = "")
    {
        (Permits, Name) = (permits, name);
        States = [.. permits.SelectMany(p => p.While ?? []).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Unique over all modules; stored with attachments and shown in refusals.</summary>
    public string Name { get; }

    public IReadOnlyList<Permit> Permits { get; }

    /// <summary>
    /// The bodies whose records carry files that this act opens; none where it opens none. Attachments are found by these acts
    /// and by no other.
    /// </summary>
    public IReadOnlyList<Body> OpensFilesOf { get; init; } = [];

    /// <summary>The states of a record on which some permit depends.</summary>
    internal IReadOnlyList<string> States { get; }

    /// <summary>The acts that a class declares as static fields.</summary>
    public static IReadOnlyList<Act> Of(Type declaring) =>
        [
            .. declaring
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(f => f.FieldType == typeof(Act))
                .Select(f => (Act)f.GetValue(null)!),
        ];

    public override string ToString() => Name;
}

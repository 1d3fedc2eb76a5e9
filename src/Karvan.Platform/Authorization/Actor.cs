namespace Karvan.Platform.Authorization;

/// <summary>Who asks, with what they hold: a person, the public, or the system itself at work.</summary>
public sealed class Actor
{
    private Actor(Guid? person, string name, IReadOnlyList<Grant> grants, Guid? actingFor) =>
        (PersonId, Name, Grants, ActingFor) = (person, name, grants, actingFor);

    /// <summary>Null for the public and for the system.</summary>
    public Guid? PersonId { get; }

    /// <summary>As the record of changes shows it.</summary>
    public string Name { get; }

    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>The one of their firms that somebody acts for now.</summary>
    public Guid? ActingFor { get; }

    public bool IsSystem { get; private init; }

    public static Actor Public { get; } = new(null, "public", [], null);

    /// <summary>Start-up, jobs and seeding. No request ever becomes it.</summary>
    public static Actor System { get; } = new(null, "system", [], null) { IsSystem = true };

    /// <param name="actingFor">Counts only if they hold a grant for that firm.</param>
    public static Actor Of(Guid person, string name, IReadOnlyList<Grant> grants, Guid? actingFor)
    {
        var firms = grants.Where(g => g.EnterpriseId is not null).Select(g => g.EnterpriseId);
        var firm = firms.Contains(actingFor) ? actingFor : firms.FirstOrDefault();
        return new Actor(person, name, grants, firm);
    }
}

using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;

namespace Karvan.Registry.Reference;

/// <summary>
/// One row of a list that the rest refers to. It is edited in the browser, each edit with its event; what was wrong from the
/// beginning is withdrawn with a reason and stays in the history.
/// </summary>
public abstract class ReferenceRow
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Rises with every change; a form that was filled in over an older one is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Shown to show the list: nobody claims that it is so.</summary>
    [Field("reference.is-example")]
    public bool IsExample { get; internal set; }

    /// <summary>Where it is known from.</summary>
    [Field("reference.source", Hint = "reference.source-hint", Longest = Lengths.Name)]
    public string? Source { get; internal set; }

    /// <summary>When it was taken out of the list; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Reference lists are both bodies', for the whole country.</summary>
    public Subject Subject => SubjectOf(GetType(), Id);

    public static Subject SubjectOf(Type row, Guid? id) => new(row.Name, id, Body.Shared);

    /// <summary>What it takes to change rows of a list: missions are the Organization's to keep (S.a).</summary>
    internal static Act Editing<TRow>()
        where TRow : ReferenceRow =>
        typeof(TRow) == typeof(Mission) ? RegistryActs.EditMissions : RegistryActs.EditReference;

    internal void Touch() => Version++;

    internal void Withdraw(DateTime at)
    {
        WithdrawnAt = at;
        Version++;
    }
}

/// <summary>A row that holds from a day on, and until another when it ends.</summary>
public abstract class DatedRow : ReferenceRow
{
    [Field("reference.from")]
    public DateOnly From { get; internal set; }

    /// <summary>The last day; null while it holds.</summary>
    [Field("reference.to", Hint = "reference.to-hint")]
    public DateOnly? To { get; internal set; }

    public bool HoldsOn(DateOnly day) => Period.Holds(From, To, day);
}

/// <summary>Days from one to another, both of them included.</summary>
public static class Period
{
    public static bool Holds(DateOnly from, DateOnly? to, DateOnly day) =>
        from <= day && (to is null || day <= to);

    /// <summary>Whether two periods share a day.</summary>
    public static bool Meet(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        (otherTo is null || from <= otherTo) && (to is null || otherFrom <= to);
}

using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Records;

/// <summary>Long work as a list of tasks, each with its state, in groups where there are many.</summary>
public sealed record TaskList(IReadOnlyList<TaskGroup> Groups)
{
    public int Done => Groups.Sum(g => g.Tasks.Count(t => t.State is TaskState.Complete));

    public int All => Groups.Sum(g => g.Tasks.Count(t => t.State is not TaskState.NotNeeded));
}

/// <param name="Title">Null where the list has one group.</param>
public sealed record TaskGroup(Said? Title, IReadOnlyList<TaskEntry> Tasks);

/// <param name="Href">Null while the task cannot be opened.</param>
/// <param name="Note">What it is about, or what still blocks it.</param>
public sealed record TaskEntry(Said Title, string? Href, TaskState State, Said? Note = null);

public enum TaskState
{
    NotStarted,
    Going,
    Missing,
    Complete,
    Blocked,
    NotNeeded,
}

public static class TaskStates
{
    public static Status Status(this TaskState state) =>
        state switch
        {
            TaskState.Going => new Status("task.going", StatusKind.Going),
            TaskState.Missing => new Status("task.missing", StatusKind.Now),
            TaskState.Complete => new Status("task.complete", StatusKind.Good),
            TaskState.Blocked => new Status("task.blocked", StatusKind.Quiet),
            TaskState.NotNeeded => new Status("task.not-needed", StatusKind.Quiet),
            _ => new Status("task.not-started", StatusKind.Quiet),
        };
}

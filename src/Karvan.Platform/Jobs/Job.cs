using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Platform.Jobs;

public enum JobState
{
    /// <summary>Nobody has it; it may be taken from <see cref="Job.RunAfter"/> on.</summary>
    Waiting,

    /// <summary>A process has it until its lease runs out.</summary>
    Running,

    Done,

    /// <summary>It failed so often that somebody has to look at it.</summary>
    Failed,

    Cancelled,
}

/// <summary>
/// Work that outlives a request. A row is taken by one process at a time, with a number that rises each time it is taken:
/// whoever was too slow finds a higher one, and nothing of theirs is saved any more.
/// </summary>
[NotRecorded]
public sealed class Job : IOwned
{
    /// <summary>After so many tries it has failed. A process that is killed at work has tried.</summary>
    public const int MostTries = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private Job() { }

    public Guid Id { get; private set; }

    /// <summary>Which <see cref="IJobWork"/> does it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>One that needs much memory or time; a process has one of them at a time.</summary>
    public bool IsHeavy { get; private set; }

    public JobState State { get; private set; }

    /// <summary>The record it works on; with <see cref="Body"/> and <see cref="Province"/> what access is decided on.</summary>
    public Guid? SubjectId { get; private set; }
    public Body Body { get; private set; }
    public string? Province { get; private set; }

    /// <summary>What else the work needs to know.</summary>
    public string? Argument { get; private set; }

    public Guid? AskedById { get; private set; }
    public string AskedBy { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public DateTime RunAfter { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The fencing token: how often it was taken.</summary>
    public int Fence { get; private set; }

    /// <summary>Machine and process that has, or had, it.</summary>
    public string? LeasedBy { get; private set; }
    public DateTime? LeasedUntil { get; private set; }
    public int Tries { get; private set; }

    /// <summary>How far the work is saved: a later try goes on from here.</summary>
    public string? Checkpoint { get; private set; }

    /// <summary>What it is at, such as <c>reading</c>.</summary>
    public string? Stage { get; private set; }

    /// <summary>Of <see cref="Total"/>, in whatever the stage counts.</summary>
    public long Done { get; private set; }

    /// <summary>0 where nobody knows.</summary>
    public long Total { get; private set; }

    public bool CancelAsked { get; private set; }

    /// <summary>Why the last try failed.</summary>
    public string? Fault { get; private set; }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    public Subject Subject => new(nameof(Job), Id, Body, Province, null, AskedById);

    /// <param name="about">The record it works on.</param>
    public static Job Ask(
        string kind,
        Subject about,
        Author by,
        DateTime at,
        bool heavy = false,
        string? argument = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            IsHeavy = heavy,
            SubjectId = about.Id,
            Body = about.Body,
            Province = about.Province,
            Argument = argument,
            AskedById = by.PersonId,
            AskedBy = by.Name,
            AskedAt = at,
            RunAfter = at,
        };

    /// <summary>When a try after this many failed ones may begin: each pause is twice the one before.</summary>
    internal static DateTime NextTry(int failed, DateTime now) =>
        now + FirstPause * (1 << Math.Clamp(failed - 1, 0, MostTries));
}

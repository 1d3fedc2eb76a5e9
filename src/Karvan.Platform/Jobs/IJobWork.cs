namespace Karvan.Platform.Jobs;

/// <summary>
/// What a kind of job does. It may be run again from its last checkpoint at any point, by another process: each step is
/// saved together with the proof that the job is still this run's (<see cref="JobRun.Hold"/>).
/// </summary>
public interface IJobWork
{
    string Kind { get; }

    Task Run(JobRun run, CancellationToken cancellation);

    /// <summary>After the last try failed, or after it was cancelled: leaves its record in a state people understand.</summary>
    Task GiveUp(JobRun run, JobState outcome, CancellationToken cancellation);
}

/// <summary>Another process has the job now; whatever this one was about to save is not saved.</summary>
public sealed class LeaseLostException()
    : Exception("The job was taken over by another process, or is over.");

/// <summary>A fault that another try would only repeat: the job fails at once.</summary>
public sealed class HopelessJobException(string message) : Exception(message);

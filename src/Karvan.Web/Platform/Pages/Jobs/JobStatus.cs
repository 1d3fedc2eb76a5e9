using Karvan.Platform.Jobs;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Pages.Jobs;

/// <summary>Display text for a job.</summary>
internal static class JobStatus
{
    public static Status Of(JobState state) =>
        new(
            $"job.state.{state}",
            state switch
            {
                JobState.Done => StatusKind.Good,
                JobState.Running => StatusKind.Going,
                JobState.Failed => StatusKind.Bad,
                JobState.Cancelled => StatusKind.Quiet,
                _ => StatusKind.Quiet,
            }
        );

    public static Said Kind(Job job, PageTexts words) => words[$"job.kind.{job.Kind}"];

    /// <summary>What it is at, with how far.</summary>
    public static Said? Progress(Job job, PageTexts words)
    {
        if (job.Stage is not { } stage)
        {
            return null;
        }
        var at = words[$"job.stage.{stage}"];
        return job.Total > 0 ? words["job.progress", ("stage", at), ("percent", Percent(job))] : at;
    }

    /// <summary>0 to 100.</summary>
    public static int Percent(Job job) =>
        job.Total > 0 ? (int)Math.Clamp(job.Done * 100 / job.Total, 0, 100) : 0;

    /// <summary>Where the record it works on stands.</summary>
    public static string? Subject(Job job) =>
        WebModules.JobKinds.FirstOrDefault(k => k.Kind == job.Kind)?.Address(job);
}

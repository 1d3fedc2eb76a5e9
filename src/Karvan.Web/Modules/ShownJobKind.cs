using Karvan.Platform.Jobs;

namespace Karvan.Web.Modules;

/// <summary>How a kind of job is shown; its words stand under <c>job.kind.</c> and <c>job.subject.</c>.</summary>
/// <param name="Address">Where the record it works on stands.</param>
internal sealed record ShownJobKind(string Kind, Func<Job, string?> Address)
{
    /// <summary>Works on the record that the job names.</summary>
    public static ShownJobKind On(string kind, Func<Guid, string> address) =>
        new(kind, job => job.SubjectId is { } id ? address(id) : null);
}

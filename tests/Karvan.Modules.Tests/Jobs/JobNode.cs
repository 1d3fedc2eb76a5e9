using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Modules.Tests.Jobs;

/// <summary>One process that works on the jobs of a database.</summary>
internal sealed class JobNode : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="add">The kinds of work it knows.</param>
    public JobNode(
        House house,
        string name,
        Action<IServiceCollection> add,
        TimeSpan? lease = null,
        TimeProvider? clock = null
    )
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(clock ?? house.Clock);
        collection.AddKarvanDatabase(house.Connection);
        collection.AddSingleton(new JobSettings(lease ?? TimeSpan.FromSeconds(30), name));
        collection.AddModules();
        collection.AddSingleton<INoticeWriter, PlainNotices>();
        add(collection);
        services = collection.BuildServiceProvider();
    }

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public Task<Guid?> Work(bool heavyToo = true, CancellationToken stopping = default) =>
        services.GetRequiredService<RunJobs>().Run(heavyToo, null, stopping);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Work of a test.</summary>
internal sealed class TryOut(
    Func<JobRun, CancellationToken, Task> run,
    Func<JobRun, JobState, Task>? giveUp = null
) : IJobWork
{
    public const string TheKind = "try-out";

    public string Kind => TheKind;

    public Task Run(JobRun job, CancellationToken cancellation) => run(job, cancellation);

    public Task GiveUp(JobRun job, JobState outcome, CancellationToken cancellation) =>
        giveUp?.Invoke(job, outcome) ?? Task.CompletedTask;
}

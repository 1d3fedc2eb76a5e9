using Karvan.Cli.Terminal;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Karvan.Cli.Commands;

/// <summary>The use cases of customs on a database, for one command; the application may run meanwhile.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private ImportDesk(string connection)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(new Scanning(false));
        collection.AddKarvanDatabase(connection);
        collection.AddModules();
        services = collection.BuildServiceProvider();
        scope = services.CreateAsyncScope();
        Get<CurrentActor>().Be(Actor.System);
    }

    /// <exception cref="UnusableRequestException">There is no such database, or not of this version.</exception>
    public static async Task<ImportDesk> Open(string connection, CancellationToken cancellation)
    {
        // Looks whether it is there and of this version, and closes it again.
        await using (await OpenedDatabase.Open(connection, cancellation).ConfigureAwait(false)) { }
        return new ImportDesk(connection);
    }

    /// <param name="acceptDoubts">Whether a guess is taken that is likely and not certain.</param>
    /// <exception cref="UnusableRequestException">The file, its profile or its content cannot be used.</exception>
    public async Task<CustomsImport> Read(
        FileInfo file,
        string? province,
        string? profile,
        bool acceptDoubts,
        ProgressLine progress,
        CancellationToken cancellation
    )
    {
        if (!file.Exists)
        {
            throw new UnusableRequestException(
                $"{file.FullName}: found no such file, expected a customs file"
            );
        }
        if (file.Length is 0 || file.Length > CustomsLimits.Usual.Largest)
        {
            throw new UnusableRequestException(
                $"{file.FullName}: found {file.Length} bytes, expected 1 to {CustomsLimits.Usual.Largest}; send a file with lines, or its years one by one"
            );
        }
        var given = profile is null
            ? null
            : await Given(profile, cancellation).ConfigureAwait(false);
        progress.Begin(new("sending"));
        var begun = await Get<BeginUpload>()
            .Run(file.Name, file.Length, province, cancellation)
            .ConfigureAwait(false);
        await using var content = file.OpenRead();
        var state = await Get<TakeParts>()
            .Run(Done(begun, file.Name).Id, 0, content, cancellation)
            .ConfigureAwait(false);
        var id =
            Done(state, file.Name).Import
            ?? throw new UnusableRequestException(
                $"{file.Name}: found fewer bytes than a moment ago, expected a file that does not change while it is read"
            );
        given ??= new(await Guessed(id, acceptDoubts, cancellation).ConfigureAwait(false), null);
        var import = await One(id, cancellation).ConfigureAwait(false);
        var mapped = Done(
            await Get<MapImport>()
                .Run(id, import.Version, given.Mapping, given.Name, cancellation)
                .ConfigureAwait(false),
            file.Name
        );
        Done(
            await Get<StartReading>().Run(id, mapped.Version, cancellation).ConfigureAwait(false),
            file.Name
        );
        progress.Begin(new("reading"));
        var read = await Wait(id, cancellation).ConfigureAwait(false);
        return read.State is ImportState.Ready
            ? read
            : throw new UnusableRequestException(
                $"customs file {read.Number}: {read.Fault ?? "it was discarded or withdrawn while it was read"}"
            );
    }

    /// <exception cref="UnusableRequestException">No import of this number is in force there.</exception>
    public async Task<Guid?> InForce(string? province, int number, CancellationToken cancellation)
    {
        var standing = await Get<ImportSearch>()
            .InForce(province, cancellation)
            .ConfigureAwait(false);
        return standing.Find(i => i.Number == number)?.Id
            ?? throw new UnusableRequestException(
                $"--instead: found no customs file {number} in force for the same province, expected one of: {string.Join(", ", standing.Select(i => i.Number))}"
            );
    }

    /// <param name="instead">The import whose place it takes.</param>
    public async Task Commit(CustomsImport import, Guid? instead, CancellationToken cancellation) =>
        Done(
            await Get<CommitImport>()
                .Run(import.Id, import.Version, instead, cancellation)
                .ConfigureAwait(false),
            import.FileName
        );

    public async Task WriteRejected(
        CustomsImport import,
        string path,
        CancellationToken cancellation
    )
    {
        await using var output = File.Create(path);
        await foreach (
            var piece in ToldRejections
                .Of(
                    Get<ImportSearch>().Rejected(import, cancellation),
                    Faults.SentenceOf,
                    cancellation
                )
                .ConfigureAwait(false)
        )
        {
            await output.WriteAsync(piece, cancellation).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync().ConfigureAwait(false);
        await services.DisposeAsync().ConfigureAwait(false);
    }

    private T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    private async Task<CustomsImport> One(Guid id, CancellationToken cancellation) =>
        (await Get<ImportSearch>().One(id, cancellation).ConfigureAwait(false))!;

    /// <summary>What <c>--profile</c> says.</summary>
    private async Task<GivenMapping> Given(string profile, CancellationToken cancellation)
    {
        var saved = File.Exists(profile)
            ? null
            : await Get<ProfileShelf>().Named(profile, cancellation).ConfigureAwait(false)
                ?? throw new UnusableRequestException(
                    $"--profile: found neither a file nor a saved profile '{profile}', expected one of: "
                        + string.Join(
                            ", ",
                            (
                                await Get<ProfileShelf>().All(cancellation).ConfigureAwait(false)
                            ).Select(p => p.Name)
                        )
                );
        var text =
            saved?.Content
            ?? await File.ReadAllTextAsync(profile, cancellation).ConfigureAwait(false);
        return MappingProfile.Parse(text, out var problems) is { } mapping
            ? new(mapping, saved?.Name)
            : throw new UnusableRequestException(
                $"--profile: {profile}: {string.Join("; ", problems)}"
            );
    }

    private async Task<MappingProfile> Guessed(
        Guid id,
        bool acceptDoubts,
        CancellationToken cancellation
    )
    {
        var import = await One(id, cancellation).ConfigureAwait(false);
        var looked = await Get<PreviewImport>()
            .Of(import, null, cancellation)
            .ConfigureAwait(false);
        if (looked.Table is not { } table)
        {
            throw new UnusableRequestException(looked.Refused!);
        }
        var guess = await Get<PreviewImport>().Guess(table, cancellation).ConfigureAwait(false);
        var problems = MappingCheck.Of(guess.Profile, table);
        if (problems.Count == 0)
        {
            Doubts(import, guess, table.Columns, acceptDoubts);
        }
        return problems.Count == 0
            ? guess.Profile
            : throw new UnusableRequestException(
                $"{import.FileName}: the columns could not be guessed: {string.Join("; ", problems.Select(ImportWords.Of))} "
                    + $"(columns: {string.Join(", ", table.Columns)}). Name a profile with --profile, or set the columns on the page of customs file {import.Number}"
            );
    }

    /// <summary>What is likely and not certain is a person's to decide: it is told, and taken only where somebody said so.</summary>
    private static void Doubts(
        CustomsImport import,
        ProfileGuess guess,
        IReadOnlyList<string> columns,
        bool accepted
    )
    {
        var doubtful = guess
            .Sure.Where(s => s.Value is Sureness.Likely)
            .OrderBy(s => s.Key)
            .Select(s => ImportWords.Of(s.Key))
            .ToList();
        if (doubtful.Count == 0)
        {
            return;
        }
        var told =
            $"{import.FileName}: what the columns hold is likely, and not certain, for {string.Join(", ", doubtful)} (columns: {string.Join(", ", columns)})";
        if (!accepted)
        {
            throw new UnusableRequestException(
                $"{told}; look it over on the page of customs file {import.Number}, name a profile with --profile, or take the guess with --accept-doubts"
            );
        }
        Say.Note(told + "; taken as guessed");
    }

    /// <summary>Does the job, unless the application was quicker and does it itself.</summary>
    private async Task<CustomsImport> Wait(Guid id, CancellationToken cancellation)
    {
        var job = await Get<ImportSearch>()
            .JobOf(await One(id, cancellation).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);
        while (true)
        {
            await Get<RunJobs>().Run(true, job!.Id, cancellation).ConfigureAwait(false);
            var import = await One(id, cancellation).ConfigureAwait(false);
            if (import.State is not ImportState.Reading)
            {
                // The job has its own hands: what these hold is older, and would be refused as such.
                Get<KarvanContext>().ChangeTracker.Clear();
                return import;
            }
            var reading = await Get<KarvanContext>()
                .Set<Job>()
                .AsNoTracking()
                .SingleAsync(j => j.Id == job.Id, cancellation)
                .ConfigureAwait(false);
            if (reading.State is JobState.Failed)
            {
                // Nobody tries it again: without this the command would wait for ever.
                throw new UnusableRequestException(
                    $"customs file {import.Number}: reading it failed, and the file is kept: {reading.Fault}"
                );
            }
            await Task.Delay(LookAgain, cancellation).ConfigureAwait(false);
        }
    }

    private static T Done<T>(Outcome<T, ImportRefusal> outcome, string file) =>
        outcome.Refused is { } why
            ? throw new UnusableRequestException($"{file}: it was refused: {ImportWords.Of(why)}")
            : outcome.Value;

    /// <param name="Name">Of the saved profile; null for one from a file, and for a guess.</param>
    private sealed record GivenMapping(MappingProfile Mapping, string? Name);
}

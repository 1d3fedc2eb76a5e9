using System.Diagnostics;
using Karvan.Bench.Harness;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Bench.Imports;

/// <summary>Registers firms of the demo's exporters and sends the file; a process of its own, so that its memory is nobody else's.</summary>
internal static class Sending
{
    public const string Uploading = "uploading";

    /// <summary>Enough for pages; the other exporters are those that nobody knows yet.</summary>
    private const int MostFirms = 10_000;
    private const int FirmsInOneChange = 500;

    public static async Task<Measurement> Run(string database, string folder)
    {
        await using var office = new Office(database);
        var taken = await office.Ask(db => db.Set<OutsideId>().Select(o => o.Number).ToListAsync());
        var known = taken.ToHashSet(StringComparer.Ordinal);
        var exporters = File.ReadLines(Path.Combine(folder, "exporters.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .Where(e => known.Add(e[0]))
            .Take(MostFirms);
        foreach (var some in exporters.Chunk(FirmsInOneChange))
        {
            await office.Ask<IServiceProvider, int>(services => Register(services, some));
        }
        await office.Ask<KarvanContext, int>(async db =>
        {
            await Databases.Analyze(db);
            return 0;
        });
        await using var file = new OneFile(folder);
        var clock = Stopwatch.StartNew();
        var begun = await office.Ask<BeginUpload, Outcome<CustomsFile, ImportRefusal>>(b =>
            b.Run("bench.csv", file.Total, null)
        );
        var state = await office.Ask<TakeParts, Outcome<UploadState, ImportRefusal>>(t =>
            t.Run(begun.Value.Id, 0, file)
        );
        var import =
            state.Value.Import ?? throw new BenchException("The customs file did not arrive.");
        return Measurement.Of([(Uploading, [clock.Elapsed.TotalSeconds])], import.ToString());
    }

    private static async Task<int> Register(IServiceProvider services, string[][] exporters)
    {
        var db = services.GetRequiredService<KarvanContext>();
        await using var change = await services
            .GetRequiredService<Changes>()
            .Begin(PlatformActs.RunSystem);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var exporter in exporters)
        {
            var kind = LegalId.TryParse(exporter[0], out _)
                ? OutsideIdKind.LegalId
                : OutsideIdKind.NationalCode;
            var profile = new EnterpriseProfile(exporter[1], exporter[2], Employees: 10);
            db.Enterprises.Add(Enterprise.Register(profile, kind, exporter[0], now));
        }
        await change.Commit(new BenchFirmsRegistered());
        return exporters.Length;
    }
}

internal sealed record BenchFirmsRegistered()
    : DomainEvent(new Subject(nameof(Enterprise), null, Body.Shared));

using System.Text;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Web.Customs.Pages.Trade;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Web.Tests.Trade;

/// <summary>A line of a firm's with the address of its page.</summary>
internal sealed record FirmsLine(Guid Firm, FirmLine Line)
{
    public string Path(Func<Guid, string>? page = null) =>
        LineLink.One(Firm, Line.Import.Id, Line.Key, page);
}

/// <summary>Trade of the demo's firms as it stands, past all scopes, and files from customs beside those of the demo.</summary>
internal static class TradeOf
{
    public const string Header =
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n";

    public static Task<Guid> FirmOfUser(Site site) =>
        site.Ask(async db =>
        {
            var person = await db.Users.SingleAsync(u => u.Email == "firm@demo.karvan");
            return (
                await db.Grants.Where(g => g.PersonId == person.Id).OrderBy(g => g.Id).FirstAsync()
            )
                .EnterpriseId!
                .Value;
        });

    public static Task<IReadOnlyList<FirmLine>> Lines(Site site, Guid firm) =>
        Do(
            site,
            async services =>
                await services
                    .GetRequiredService<FirmTrade>()
                    .Lines(
                        await services
                            .GetRequiredService<KarvanContext>()
                            .Enterprises.SingleAsync(e => e.Id == firm)
                    )
        );

    /// <summary>The first of a firm's lines that counts.</summary>
    public static async Task<FirmsLine> Line(Site site, Guid firm) =>
        new(firm, (await Lines(site, firm)).First(l => l.Counts && l.At.Line.ValueCents > 0));

    public static async Task<long> Cents(Site site, Guid firm) =>
        (await Lines(site, firm)).Where(l => l.Counts).Sum(l => l.At.Line.ValueCents);

    /// <summary>Lines in Karvan's own format, for one province, in force.</summary>
    public static Task<CustomsImport> Import(Site site, string province, string lines) =>
        Do(
            site,
            async services =>
            {
                var db = services.GetRequiredService<KarvanContext>();
                var bytes = Encoding.UTF8.GetBytes(Header + lines);
                var file = (
                    await services
                        .GetRequiredService<BeginUpload>()
                        .Run("more.csv", bytes.Length, province)
                ).Value;
                using var sent = new MemoryStream(bytes);
                var id = (await services.GetRequiredService<TakeParts>().Run(file.Id, 0, sent))
                    .Value
                    .Import!
                    .Value;
                var mapped = await services
                    .GetRequiredService<MapImport>()
                    .Run(id, 0, MappingProfile.Standard, null);
                await services.GetRequiredService<StartReading>().Run(id, mapped.Value.Version);
                var job = await db.Jobs.SingleAsync(j => j.SubjectId == id);
                await Finish(services, job.Id);
                db.ChangeTracker.Clear();
                var read = await db.CustomsImports.AsNoTracking().SingleAsync(i => i.Id == id);
                return (
                    await services.GetRequiredService<CommitImport>().Run(id, read.Version, null)
                ).Value;
            }
        );

    /// <summary>Does a job, unless the application's own workers took it first: then waits for them.</summary>
    private static async Task Finish(IServiceProvider services, Guid job)
    {
        var here = services.GetRequiredService<RunJobs>();
        var db = services.GetRequiredService<KarvanContext>();
        while (
            await here.Run(only: job) is null
            && await db.Jobs.AnyAsync(j =>
                j.Id == job && (j.State == JobState.Waiting || j.State == JobState.Running)
            )
        )
        {
            await Task.Delay(20);
        }
    }

    /// <summary>An open objection to a line whose import was withdrawn since.</summary>
    public static async Task<Guid> ObjectionToAGoneLine(Site site, Guid firm)
    {
        var import = await Import(
            site,
            "00",
            $"GONE1,1,export,1401/02/03,{await Number(site, firm)},842320,IQ,100.25,10\n"
        );
        return await Do(
            site,
            async services =>
            {
                var objection = await services
                    .GetRequiredService<ObjectToLine>()
                    .Run(
                        firm,
                        import.Id,
                        new LineKey(false, "GONE1", 1),
                        LineObjectionGround.NotOurs,
                        "not ours",
                        null
                    );
                await services
                    .GetRequiredService<WithdrawImport>()
                    .Run(import.Id, import.Version, "wrong file");
                return objection.Value.Id;
            }
        );
    }

    /// <summary>A declaration that a firm reported as missing, and nobody has answered yet.</summary>
    public static Task<Guid> Missing(Site site, Guid firm, string number = "MISS1") =>
        Do(
            site,
            async services =>
            {
                using var sent = new MemoryStream(Files.Sending.Pdf);
                await using var file = (
                    await ReceivedFile.From(sent, "declaration.pdf", FileLimits.Usual)
                ).Value;
                var goods = new DeclaredGoods(
                    number,
                    false,
                    new DateOnly(2022, 4, 23),
                    "بازرگان",
                    "842320",
                    "IQ",
                    70_00,
                    null
                );
                return (
                    await services
                        .GetRequiredService<ReportMissingDeclaration>()
                        .Run(firm, goods, "at night", file)
                )
                    .Value
                    .Id;
            }
        );

    /// <summary>One line of a firm's that it objects to, and another one that was struck off.</summary>
    public static async Task<(
        FirmsLine Contested,
        Guid Objection,
        FirmsLine Adjusted,
        Guid Adjustment
    )> Decided(Site site, Guid firm)
    {
        var counted = (await Lines(site, firm)).Where(l => l.Counts).TakeLast(2).ToList();
        var (contested, adjusted) = (
            new FirmsLine(firm, counted[0]),
            new FirmsLine(firm, counted[1])
        );
        return await Do(
            site,
            async services =>
            {
                var objection = await services
                    .GetRequiredService<ObjectToLine>()
                    .Run(
                        firm,
                        contested.Line.Import.Id,
                        contested.Line.Key,
                        LineObjectionGround.NotOurs,
                        "not ours",
                        null
                    );
                var adjustment = await services
                    .GetRequiredService<AdjustLine>()
                    .Run(
                        new LineDecision(
                            firm,
                            adjusted.Line.Import.Id,
                            adjusted.Line.Key,
                            null,
                            "not theirs",
                            null,
                            null
                        ),
                        null
                    );
                return (contested, objection.Value.Id, adjusted, adjustment.Value.Id);
            }
        );
    }

    /// <summary>A mapping that was saved for the whole country.</summary>
    public static Task<Guid> Profile(Site site) =>
        Do(
            site,
            async services =>
                (
                    await services
                        .GetRequiredService<SaveProfile>()
                        .Run("walked", MappingProfile.Standard, null, replace: false)
                )
                    .Value
                    .Id
        );

    /// <summary>Takes every import out of force.</summary>
    public static Task<bool> WithdrawAll(Site site) =>
        Do(
            site,
            async services =>
            {
                var standing = await services
                    .GetRequiredService<KarvanContext>()
                    .CustomsImports.AsNoTracking()
                    .Where(i => i.State == ImportState.Committed)
                    .ToListAsync();
                foreach (var import in standing)
                {
                    await services
                        .GetRequiredService<WithdrawImport>()
                        .Run(import.Id, import.Version, "wrong file");
                }
                return standing.Count > 0;
            }
        );

    /// <summary>The first one of the firm user's: the demo has one of another firm.</summary>
    public static async Task<LineObjection> ObjectionOfUser(Site site)
    {
        var firm = await FirmOfUser(site);
        return await site.Ask(db =>
            db.LineObjections.Where(c => c.EnterpriseId == firm)
                .OrderBy(c => c.AskedAt)
                .FirstAsync()
        );
    }

    public static Task<string> Number(Site site, Guid firm) =>
        site.Ask(async db =>
            (await db.Enterprises.Include(e => e.OutsideIds).SingleAsync(e => e.Id == firm))
                .OutsideIds[0]
                .Number
        );

    private static async Task<T> Do<T>(Site site, Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        return await what(scope.ServiceProvider);
    }
}

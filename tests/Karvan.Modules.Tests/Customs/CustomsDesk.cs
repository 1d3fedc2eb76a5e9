using System.Text;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Modules.Tests.Jobs;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>The customs desk of one province, or of the country: sends files, reads them, decides.</summary>
internal sealed class CustomsDesk : IAsyncDisposable
{
    private readonly House house;
    private readonly JobNode node;

    public CustomsDesk(House house, string name = "node")
    {
        this.house = house;
        node = new JobNode(house, name, _ => { });
    }

    public const string Header =
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n";

    /// <summary>A scope in which somebody asks.</summary>
    public AsyncServiceScope As(Actor actor)
    {
        var scope = node.Scope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(actor);
        return scope;
    }

    public async Task<TResult> Do<TCase, TResult>(Actor actor, Func<TCase, Task<TResult>> what)
        where TCase : notnull
    {
        await using var scope = As(actor);
        return await what(scope.ServiceProvider.GetRequiredService<TCase>());
    }

    public Task<Guid?> Work() => node.Work();

    /// <summary>Does every job that can be done now.</summary>
    public async Task WorkAll()
    {
        while (await node.Work() is not null) { }
    }

    public Task<CustomsImport> Look(Guid id) =>
        house.As(Actor.System).CustomsImports.AsNoTracking().SingleAsync(i => i.Id == id);

    public Task<Guid> Send(
        Actor actor,
        string text,
        string? province = "08",
        string name = "a.csv"
    ) => Send(actor, Encoding.UTF8.GetBytes(text), province, name);

    /// <returns>The import that began.</returns>
    public async Task<Guid> Send(Actor actor, byte[] bytes, string? province, string name)
    {
        var file = await Do<BeginUpload, CustomsFile>(
            actor,
            async begin => (await begin.Run(name, bytes.Length, province)).Value
        );
        var state = await Do<TakeParts, UploadState>(
            actor,
            async take => (await take.Run(file.Id, 0, new MemoryStream(bytes))).Value
        );
        return state.Import!.Value;
    }

    /// <summary>Maps and reads, with the job.</summary>
    public async Task<CustomsImport> Read(Actor actor, Guid id, MappingProfile? mapping = null)
    {
        var import = await Look(id);
        var mapped = await Do<MapImport, CustomsImport>(
            actor,
            async map =>
                (await map.Run(id, import.Version, mapping ?? MappingProfile.Standard, null)).Value
        );
        await Do<StartReading, CustomsImport>(
            actor,
            async start => (await start.Run(id, mapped.Version)).Value
        );
        await WorkAll();
        return await Look(id);
    }

    public async Task<CustomsImport> Commit(Actor actor, Guid id, Guid? instead = null)
    {
        var import = await Look(id);
        return await Do<CommitImport, CustomsImport>(
            actor,
            async commit => (await commit.Run(id, import.Version, instead)).Value
        );
    }

    /// <summary>From sending to in force.</summary>
    public async Task<CustomsImport> Import(
        Actor actor,
        string lines,
        string? province = "08",
        Guid? instead = null
    )
    {
        var id = await Send(actor, Header + lines, province);
        var read = await Read(actor, id);
        Assert.Equal((ImportState.Ready, null), (read.State, read.Fault));
        return await Commit(actor, id, instead);
    }

    public async Task<IReadOnlyList<TradeCell>> Cells(Actor actor, Guid firm)
    {
        await using var scope = As(actor);
        var services = scope.ServiceProvider;
        var enterprise = await services
            .GetRequiredService<KarvanContext>()
            .Enterprises.SingleAsync(e => e.Id == firm);
        return await services.GetRequiredService<FirmTrade>().Cells(enterprise);
    }

    public async Task<IReadOnlyList<FirmLine>> Lines(Actor actor, Guid firm)
    {
        await using var scope = As(actor);
        var services = scope.ServiceProvider;
        var enterprise = await services
            .GetRequiredService<KarvanContext>()
            .Enterprises.SingleAsync(e => e.Id == firm);
        return await services.GetRequiredService<FirmTrade>().Lines(enterprise);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();
}

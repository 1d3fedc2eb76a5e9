using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A province's trade is the sum of its firms' lines that stand, whatever became of firms and imports.</summary>
public sealed class TradeSumTests
{
    private static readonly string First = Numbers.Legal(1);
    private static readonly string Second = Numbers.Legal(2);
    private static readonly string Elsewhere = Numbers.Legal(3);
    private static readonly string Unknown = Numbers.Legal(77);

    [Theory, OnBothDatabases]
    public async Task Sums_are_those_of_the_lines_by_country_good_and_firm(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (expert, organization) = await Experts(house);
        var (_, first) = await house.Firm("یک", "08", First);
        var (_, second) = await house.Firm("دو", "08", Second);
        var (_, third) = await house.Firm("سه", "21", Elsewhere);
        var own = DrawnLines.Draw(1, 60, 0, First, Second, Elsewhere, Unknown);
        var country = DrawnLines.Draw(2, 40, 100, First, Elsewhere, Unknown);
        await desk.Import(expert, DrawnLines.Text(own));
        await desk.Import(organization, DrawnLines.Text(country), province: null);
        await desk.WorkAll();

        // A province's import speaks of its own firms; the country's of everybody's.
        var here = own.Concat(country).Where(l => l.Exporter == First || l.Exporter == Second);
        var there = country.Where(l => l.Exporter == Elsewhere);
        await Adds(desk, expert, "08", here);
        await Adds(desk, organization, "21", there);
        await Adds(desk, organization, null, here.Concat(there));
        Assert.Equal(
            Expected(here, l => $"{first}", l => l.Exporter == First)
                .Concat(Expected(here, l => $"{second}", l => l.Exporter == Second))
                .Order(),
            await Said(desk, expert, "08", SumKind.Firm)
        );
        var provinces = await desk.Do<ProvinceTrade, IReadOnlyList<TradeTotal>>(
            organization,
            t => t.Provinces()
        );
        Assert.Equal(
            Expected(here, _ => "08").Concat(Expected(there, _ => "21")).Order(),
            provinces.Select(Row).Order()
        );

        // A start page shows a few years of exports: one of them left out here.
        var years = here.Select(l => l.Year).Distinct().Order().Skip(1).ToList();
        static IEnumerable<KeyValuePair<int, long>> ByYear(
            IEnumerable<DrawnLine> lines,
            List<int> years
        ) =>
            lines
                .Where(l => !l.Import && years.Contains(l.Year))
                .GroupBy(l => l.Year)
                .Select(g => KeyValuePair.Create(g.Key, g.Sum(l => l.Cents)))
                .OrderBy(y => y.Key);
        Assert.Equal(
            ByYear(here.Where(l => l.Exporter == First), years),
            (
                await desk.Do<ExportsByYear, IReadOnlyDictionary<int, long>>(
                    expert,
                    s => s.OfFirm(first, years)
                )
            ).OrderBy(y => y.Key)
        );
        Assert.Equal(
            ByYear(here, years),
            (
                await desk.Do<ExportsByYear, IReadOnlyDictionary<int, long>>(
                    expert,
                    s => s.InProvince("08", years)
                )
            ).OrderBy(y => y.Key)
        );
        // A firm that one may not see has no sums either.
        Assert.Empty(
            await desk.Do<ExportsByYear, IReadOnlyDictionary<int, long>>(
                expert,
                s => s.OfFirm(third, years)
            )
        );

        var largest = await desk.Do<ProvinceTrade, IReadOnlyList<FirmTotal>>(
            organization,
            t => t.Firms(null, import: false, year: 1400, most: 2)
        );
        var names = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            [First] = first,
            [Second] = second,
            [Elsewhere] = third,
        };
        Assert.Equal(
            here.Concat(there)
                .Where(l => !l.Import && l.Year == 1400)
                .GroupBy(l => names[l.Exporter])
                .Select(g => (g.Key, g.Sum(l => l.Cents)))
                .OrderByDescending(g => g.Item2)
                .Take(2),
            largest.Select(f => (f.Id, f.ValueCents))
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_import_and_a_struck_line_are_out_of_the_sums(Provider provider)
    {
        await using var room = await LineRoom.On(provider, LineRoom.Line());
        var desk = room.Desk;
        var more = DrawnLines.Draw(3, 20, 0, LineRoom.Number);
        var import = await room.Import(DrawnLines.Text(more), beside: true);
        await desk.WorkAll();
        var said = new DrawnLine(0, false, 1401, LineRoom.Number, "842320", "IQ", 100_00, 10_000);
        await Adds(desk, room.Expert, "08", more.Append(said));

        var latest = await desk.Look(import.Id);
        await desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
            room.Expert,
            w => w.Run(import.Id, latest.Version, "wrong file")
        );
        Assert.True((await State(desk, "08")).IsBehind);
        await desk.WorkAll();
        Assert.False((await State(desk, "08")).IsBehind);
        await Adds(desk, room.Expert, "08", [said]);

        var line = (await desk.Lines(room.Person, room.Firm)).Single();
        await desk.Do<AdjustLine, Outcome<CustomsAdjustment, LineRefusal>>(
            room.Expert,
            a =>
                a.Run(
                    new LineDecision(room.Firm, line.Import.Id, line.Key, null, "why", null, null),
                    null
                )
        );
        await desk.WorkAll();
        await Adds(desk, room.Expert, "08", []);
        Assert.False(await room.House.As(Actor.System).Set<TradeSum>().AnyAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_firm_takes_its_trade_with_it_into_another_province(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (_, organization) = await Experts(house);
        var (_, first) = await house.Firm("یک", "08", First);
        await house.Firm("دو", "08", Second);
        var lines = DrawnLines.Draw(4, 40, 0, First, Second);
        await desk.Import(organization, DrawnLines.Text(lines), province: null);
        await desk.WorkAll();
        await Adds(desk, organization, "08", lines);
        // Nothing happened to a firm: nothing is asked for.
        Assert.Null(await desk.Work());

        await Move(desk, first, "یک", "21");
        await desk.WorkAll();
        await Adds(desk, organization, "08", lines.Where(l => l.Exporter == Second));
        await Adds(desk, organization, "21", lines.Where(l => l.Exporter == First));
    }

    /// <summary>As many firms with as many changes as before, and others.</summary>
    [Theory, OnBothDatabases]
    public async Task Firms_that_change_places_take_their_trade_with_them(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (_, organization) = await Experts(house);
        var (_, first) = await house.Firm("یک", "08", First);
        var (_, third) = await house.Firm("سه", "21", Elsewhere);
        await Move(desk, first, "یکم", "08");
        var lines = DrawnLines.Draw(5, 40, 0, First, Elsewhere);
        await desk.Import(organization, DrawnLines.Text(lines), province: null);
        await desk.WorkAll();

        await Move(desk, first, "یکم", "21");
        await Move(desk, third, "سه", "08");
        await desk.WorkAll();
        await Adds(desk, organization, "08", lines.Where(l => l.Exporter == Elsewhere));
        await Adds(desk, organization, "21", lines.Where(l => l.Exporter == First));
    }

    [Theory, OnBothDatabases]
    public async Task Lines_of_an_unknown_id_are_in_the_sums_once_its_firm_appears(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (expert, _) = await Experts(house);
        var lines = DrawnLines.Draw(6, 20, 0, Unknown);
        var import = await desk.Import(expert, DrawnLines.Text(lines));
        await desk.WorkAll();
        await Adds(desk, expert, "08", []);
        Task<IReadOnlyList<UnknownExporter>> UnknownOnes() =>
            desk.Do<ImportSearch, IReadOnlyList<UnknownExporter>>(expert, s => s.Unknown(import));
        var exports = lines.Where(l => !l.Import).Sum(l => l.Cents);
        Assert.Equal([new UnknownExporter(Unknown, 20, exports)], await UnknownOnes());

        await house.Firm("نو", "08", Unknown);
        await desk.WorkAll();
        await Adds(desk, expert, "08", lines);
        Assert.Empty(await UnknownOnes());
    }

    private static async Task<(Actor Expert, Actor Organization)> Experts(House house) =>
        (
            await house.Expert("08"),
            await house.Somebody(p =>
                Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
            )
        );

    private static async Task Move(CustomsDesk desk, Guid firm, string name, string province)
    {
        await using var scope = desk.As(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        var version = (await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == firm)).Version;
        var moved = await ActivatorUtilities
            .CreateInstance<EditEnterprise>(scope.ServiceProvider)
            .Run(firm, version, new EnterpriseProfile(name, province));
        Assert.True(moved.Done);
    }

    private static async Task<TradeSumState> State(CustomsDesk desk, string province) =>
        (
            await desk.Do<ProvinceTrade, List<TradeSumState>>(Actor.System, t => t.States(province))
        ).Single();

    /// <summary>Both ways of parting the province's trade add up to these lines.</summary>
    private static async Task Adds(
        CustomsDesk desk,
        Actor by,
        string? province,
        IEnumerable<DrawnLine> lines
    )
    {
        Assert.Equal(
            Expected(lines, l => l.Country),
            await Said(desk, by, province, SumKind.Country)
        );
        Assert.Equal(Expected(lines, l => l.Hs6), await Said(desk, by, province, SumKind.Goods));
    }

    private static List<(bool, int, string, long, long, long)> Expected(
        IEnumerable<DrawnLine> lines,
        Func<DrawnLine, string> code,
        Func<DrawnLine, bool>? which = null
    ) =>
        [
            .. lines
                .Where(which ?? (_ => true))
                .GroupBy(l => (l.Import, l.Year, Code: code(l)))
                .Select(g =>
                    (
                        g.Key.Import,
                        g.Key.Year,
                        g.Key.Code,
                        g.LongCount(),
                        g.Sum(l => l.Cents),
                        g.Sum(l => l.Grams)
                    )
                )
                .Order(),
        ];

    private static async Task<List<(bool, int, string, long, long, long)>> Said(
        CustomsDesk desk,
        Actor by,
        string? province,
        SumKind kind
    ) =>
        [
            .. (
                await desk.Do<ProvinceTrade, IReadOnlyList<TradeTotal>>(
                    by,
                    t => t.Of(province, kind)
                )
            )
                .Select(Row)
                .Order(),
        ];

    private static (bool, int, string, long, long, long) Row(TradeTotal t) =>
        (t.Import, t.SolarYear, t.Code, t.Lines, t.ValueCents, t.WeightGrams);
}

using System.Diagnostics;
using Karvan.Registry.Firms;

namespace Karvan.Testing.Kills;

/// <summary>
/// Lets people work on the application, kills it at random moments, and looks each time whether anything acknowledged is
/// lost, or anything is seen by half. The schedule is drawn from the seed; what exactly is cut off is the machine's.
/// </summary>
public sealed class KillRun : IDisposable
{
    /// <summary>The province of the demo's expert.</summary>
    private const string Province = "00";
    private const string Account = "expert";
    private const int Savers = 2;
    private const int Senders = 2;
    private const int LongestDelay = 500;
    private const int DemoFirms = 120;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(2);

    private readonly KillPlan plan;
    private readonly Random dice;
    private readonly List<LiveSite> sites;
    private readonly Gate gate = new();
    private readonly Moments moments = new();
    private readonly Acknowledged acknowledged = new();
    private readonly Examination examination;
    private readonly Dictionary<Moment, int> killed = [];
    private readonly CancellationTokenSource over = new();
    private int asked;
    private int unanswered;
    private TimeSpan longest;

    private KillRun(KillPlan plan)
    {
        this.plan = plan;
        dice = new Random(plan.Seed);
        sites = [new LiveSite(plan.Database, DemoFirms)];
        examination = new Examination(plan.Database, acknowledged, Province);
    }

    /// <summary>Fills an empty database with the demo, as the application does on its first start.</summary>
    public static async Task Fill(string database)
    {
        using var site = new LiveSite(database, DemoFirms);
        await site.Start();
        await site.Kill();
    }

    public static async Task<KillReport> Of(KillPlan plan)
    {
        using var run = new KillRun(plan);
        return await run.All();
    }

    public void Dispose()
    {
        over.Cancel();
        sites.ForEach(s => s.Dispose());
        over.Dispose();
    }

    private async Task<KillReport> All()
    {
        var clock = Stopwatch.StartNew();
        await sites[0].Start();
        var callers = Enumerable
            .Range(0, Savers + Senders)
            .Select(_ => new Caller(AnySite))
            .ToList();
        await using var inside = new Inside(plan.Database);
        var firms = await inside.Ask(db => Firms.Of(db, Province));
        await Task.WhenAll(callers.Select(c => c.SignIn(Account)));
        var senders = Enumerable
            .Range(0, Senders)
            .Select(n => NewSender(n, callers[n], firms))
            .ToList();
        var savers = Enumerable
            .Range(0, Savers)
            .Select(n => new Saver(callers[Senders + n], firms[n].Firm.Id, acknowledged, moments));
        var working = senders.Concat<IClient>(savers).Select(Work).ToList();
        gate.Open();
        for (var kill = 1; kill <= plan.Kills && examination.Faults.Count == 0; kill++)
        {
            if (plan.Kills - kill < plan.Together && sites.Count == 1)
            {
                sites.Add(new LiveSite(plan.Database, DemoFirms));
                await sites[1].Start();
            }
            await Kill(kill);
        }
        senders.ForEach(s => s.GoesOn = false);
        var finishing = Stopwatch.StartNew();
        while (
            !senders.TrueForAll(s => s.IsDone)
            && finishing.Elapsed < LongestEnd
            && examination.Faults.Count == 0
        )
        {
            await Task.Delay(Pause);
        }
        if (!senders.TrueForAll(s => s.IsDone))
        {
            examination.Note(
                $"a file did not come to its end:\n{string.Join('\n', sites.Select(s => s.Said))}"
            );
        }
        gate.Shut();
        await gate.Emptied();
        await over.CancelAsync();
        await Task.WhenAll(working);
        callers.ForEach(c => c.Dispose());
        var takenOver = 0;
        if (examination.Faults.Count == 0)
        {
            await examination.Run("at the end", thorough: true);
            var inForce = acknowledged.Uploads.Values.Where(u => u.Committed).Select(u => u.File);
            (var left, takenOver) = await new Afterwards(plan.Database, Province).Run([.. inForce]);
            foreach (var fault in left)
            {
                examination.Note(fault);
            }
        }
        return Report(takenOver, clock.Elapsed);
    }

    private KillReport Report(int takenOver, TimeSpan passed)
    {
        var committed = acknowledged.Uploads.Values.Where(u => u.Committed).ToList();
        return new KillReport(
            plan.Seed,
            killed,
            killed.Values.Sum(),
            acknowledged.SavesDone,
            acknowledged.Uploads.Count,
            acknowledged.Uploads.Values.Sum(u => u.Received),
            committed.Count,
            committed.Sum(u => (long)u.File.Distinct),
            unanswered,
            takenOver,
            acknowledged.Uploads.Values.Sum(u => u.Again),
            longest,
            passed,
            examination.Faults
        );
    }

    private Sender NewSender(int n, Caller caller, List<(Enterprise Firm, string Number)> firms) =>
        new(
            caller,
            plan.Seed * 31 + n,
            $"s{n}-",
            [.. firms.Select(f => f.Number)],
            Province,
            acknowledged,
            moments
        );

    private Uri? AnySite()
    {
        var up = sites.Where(s => s.IsUp).ToList();
        return up.Count == 0
            ? null
            : up[(int)((uint)Interlocked.Increment(ref asked) % up.Count)].Address;
    }

    /// <summary>One death, and what is found afterwards.</summary>
    private async Task Kill(int number)
    {
        var moment = (Moment)dice.Next(Enum.GetValues<Moment>().Length);
        var delay = TimeSpan.FromMilliseconds(dice.Next(LongestDelay));
        var dying = sites.Count == 1 ? sites : Dying();
        await Task.WhenAny(moments.Next(moment), Task.Delay(LongestWait));
        await Task.Delay(delay);
        gate.Shut();
        await Task.WhenAll(dying.Select(s => s.Kill()));
        await gate.Emptied();
        killed[moment] = killed.GetValueOrDefault(moment) + 1;
        await examination.Run(
            $"kill {number}, {delay.TotalMilliseconds} ms after a {moment}",
            thorough: false
        );
        if (sites.Exists(s => s.IsUp))
        {
            // The other one serves everybody meanwhile.
            gate.Open();
        }
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(dying.Select(s => s.Start()));
        longest = clock.Elapsed > longest ? clock.Elapsed : longest;
        gate.Open();
    }

    /// <summary>One of the two, or both.</summary>
    private List<LiveSite> Dying()
    {
        var which = dice.Next(5);
        return which == 4 ? sites : [sites[which % 2]];
    }

    private async Task Work(IClient client)
    {
        try
        {
            while (true)
            {
                await gate.Enter(over.Token);
                try
                {
                    await client.Step();
                }
                catch (BrokenLineException)
                {
                    Interlocked.Increment(ref unanswered);
                }
                catch (StrangeAnswerException strange)
                {
                    examination.Note(
                        $"{strange.Message}\n{string.Join('\n', sites.Select(s => s.Said))}"
                    );
                    return;
                }
                finally
                {
                    gate.Leave();
                }
                // People pause; and the processor is needed by whoever starts.
                await Task.Delay(Pause, over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }
    }
}

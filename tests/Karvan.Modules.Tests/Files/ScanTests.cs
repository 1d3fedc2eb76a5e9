using System.Net;
using System.Net.Sockets;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Files;

/// <summary>With a scanner, a file is held back until it is found clean, and never served when it is not.</summary>
public sealed class ScanTests
{
    private const string Eicar =
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    [OnBothDatabases]
    [Theory]
    public async Task A_file_is_held_back_until_it_is_clean(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var clamd = new FakeClamd();
        var (person, file) = await Send(house, SampleFiles.PdfOf(600_000));
        Assert.Equal(ReadFileRefusal.Waiting, (await house.Read(person, file)).Refused);
        Assert.Equal(ScanTry.Scanned, await Scan(house, clamd.Port));
        Assert.Equal(600_000, (await house.Read(person, file)).Bytes!.Length);
        Assert.Equal([600_000], clamd.Seen);
        Assert.Equal(ScanTry.NothingToDo, await Scan(house, clamd.Port));
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_infected_file_is_never_served_nor_taken_again(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var clamd = new FakeClamd();
        var (person, file) = await Send(house, SampleFiles.Pdf(Eicar));
        Assert.Equal(ScanTry.Scanned, await Scan(house, clamd.Port));
        Assert.Equal(ReadFileRefusal.Infected, (await house.Read(person, file)).Refused);
        var content = await house.As(Actor.System).StoredContents.SingleAsync();
        Assert.Equal((ScanState.Infected, "Eicar-Test-Signature"), (content.Scan, content.Found));
        var again = await house.Add(
            person,
            person.ActingFor!.Value,
            FileDesk.Entry("N2"),
            SampleFiles.Pdf(Eicar)
        );
        Assert.Equal(EraRefusal.FileInfected, again.Refused);
        Assert.Equal(
            1,
            await house.As(Actor.System).AuditEvents.CountAsync(e => e.Kind == "FileFoundInfected")
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Without_an_answer_it_stays_held_back_and_is_tried_again(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, file) = await Send(house, SampleFiles.Pdf());
        Assert.Equal(ScanTry.Failed, await Scan(house, ClosedPort()));
        Assert.Equal(ReadFileRefusal.Waiting, (await house.Read(person, file)).Refused);
        var content = await house.As(Actor.System).StoredContents.SingleAsync();
        Assert.Contains("does not answer", content.ScanFault, StringComparison.Ordinal);

        await using var clamd = new FakeClamd { Trouble = "INSTREAM size limit exceeded. ERROR" };
        // Not before its time.
        Assert.Equal(ScanTry.NothingToDo, await Scan(house, clamd.Port));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ScanTry.Failed, await Scan(house, clamd.Port));
        clamd.Trouble = null;
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ScanTry.Scanned, await Scan(house, clamd.Port));
        Assert.NotNull((await house.Read(person, file)).Bytes);
    }

    /// <summary>Six rounds at once, as of several processes: each file goes to the scanner once.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Each_file_is_scanned_once_however_many_ask(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var clamd = new FakeClamd();
        var (person, _) = await Send(house, SampleFiles.Pdf("0"));
        for (var i = 1; i < 4; i++)
        {
            await house.Add(
                person,
                person.ActingFor!.Value,
                FileDesk.Entry($"N{i}"),
                SampleFiles.Pdf($"{i}"),
                scanning: true
            );
        }
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Scan(house, clamd.Port)));
        Assert.Equal(4, tries.Count(t => t is ScanTry.Scanned));
        Assert.Equal(2, tries.Count(t => t is ScanTry.NothingToDo));
        Assert.Equal(4, clamd.Seen.Count);
    }

    /// <summary>A process that died with a file in its hands holds it for a while only.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_file_that_was_taken_and_not_judged_is_taken_again(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var clamd = new FakeClamd();
        await Send(house, SampleFiles.Pdf());
        var until = house.Clock.GetUtcNow().UtcDateTime.AddMinutes(5);
        await house
            .As(Actor.System)
            .StoredContents.ExecuteUpdateAsync(s => s.SetProperty(c => c.ScanAfter, until));
        Assert.Equal(ScanTry.NothingToDo, await Scan(house, clamd.Port));
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(ScanTry.Scanned, await Scan(house, clamd.Port));
    }

    /// <summary>A daemon that takes the connection and says nothing.</summary>
    [Fact]
    public async Task A_silent_daemon_is_waited_for_no_longer_than_patience()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var scanner = new ClamAv(
            "127.0.0.1",
            ((IPEndPoint)silent.LocalEndpoint).Port,
            TimeSpan.FromMilliseconds(200)
        );
        await Assert.ThrowsAsync<ScannerFaultException>(() =>
            scanner.Scan(Pieces(), CancellationToken.None)
        );
    }

    private static async IAsyncEnumerable<byte[]> Pieces()
    {
        await Task.Yield();
        yield return [1, 2, 3];
    }

    private static async Task<(Actor Person, Guid File)> Send(House house, byte[] content)
    {
        var (person, firm) = await house.Firm("پسته", "08", "10380284790");
        await house.Add(person, firm, FileDesk.Entry("N0"), content, scanning: true);
        return (person, (await house.As(Actor.System).Attachments.SingleAsync()).Id);
    }

    private static async Task<ScanTry> Scan(House house, int port)
    {
        var db = house.As(Actor.System);
        var scanner = new ClamAv("127.0.0.1", port, TimeSpan.FromSeconds(20));
        return await new ScanFiles(db, house.ChangesOf(db), scanner, house.Clock).Run();
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

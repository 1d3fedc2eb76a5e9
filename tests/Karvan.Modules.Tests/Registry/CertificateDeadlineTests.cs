using Karvan.Modules.Tests.Files;
using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Modules;
using Karvan.Registry.Certificates;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>The end of a certificate, as whoever may see the certificate finds it among deadlines.</summary>
public sealed class CertificateDeadlineTests
{
    private const string First = "10380284790";

    [OnBothDatabases]
    [Theory]
    public async Task The_last_day_of_an_accepted_one_is_a_deadline_for_whom_may_see_it(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var expert = await house.Expert("08");
        var id = (await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf())).Value;
        var end = FileDesk.Entry().ExpiresOn;
        // It exempts nobody before it is accepted.
        Assert.Empty(await Deadlines(house, expert, end, end));
        Assert.Null(await house.Check(expert, id, EraCertificateState.Accepted));
        foreach (var asker in new[] { expert, person })
        {
            var (kind, deadline) = Assert.Single(await Deadlines(house, asker, end, end));
            Assert.Equal("era-certificate-expires", kind.Name);
            Assert.Equal(
                new Deadline(end, nameof(EraCertificate), id, firm, FileDesk.Entry().Number),
                deadline
            );
            Assert.Empty(await Deadlines(house, asker, end.AddDays(-30), end.AddDays(-1)));
            Assert.Empty(await Deadlines(house, asker, end.AddDays(1), end.AddDays(30)));
        }
        Assert.Empty(await Deadlines(house, await house.Expert("09"), end, end));
        Assert.Empty(await Deadlines(house, Actor.Public, end, end));
    }

    private static Task<IReadOnlyList<(DeadlineKind Kind, Deadline Deadline)>> Deadlines(
        House house,
        Actor asker,
        DateOnly first,
        DateOnly last
    ) => new DeadlineSearch(house.As(asker)).Between(first, last);
}

using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Audit;

/// <summary>The newest links of all chains go out once a day, whoever of many processes is first, and can be held against their key.</summary>
public sealed class PublishHeadsTests
{
    private static readonly string[] Witnesses = ["one@example.org", "two@example.org"];

    [OnBothDatabases]
    [Theory]
    public async Task They_go_out_once_a_day_signed_and_hold_what_comes_later_against_them(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await house.Firm("فولاد یزد", "21", Numbers.Legal(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var published = await Publish(house, key);
        var heads = await new AuditSearch(house.As(Actor.System)).Heads();
        Assert.Contains("Shared/21,1,", published!.Text, StringComparison.Ordinal);
        Assert.True(
            key.VerifyData(
                Encoding.ASCII.GetBytes(published.Text),
                Convert.FromBase64String(published.Signature!),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            )
        );
        var letters = await house
            .As(Actor.System)
            .Outbox.Where(m => m.Channel == Channel.Email && m.Title == "Heads")
            .Select(m => m.To)
            .OrderBy(to => to)
            .ToListAsync();
        Assert.Equal(Witnesses, letters);
        Assert.Contains(heads, h => h.Chain == "Shared/IR");

        Assert.Null(await Publish(house, key));
        house.Clock.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await Publish(house, null));
    }

    /// <summary>Two processes whose round comes at once.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_many_at_once_one_sends_them(Provider provider)
    {
        await using var house = await House.On(provider);
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Publish(house, null)))
        );
        Assert.Single(sent, s => s is not null);
    }

    private static async Task<SignedHeads?> Publish(House house, ECDsa? key)
    {
        var db = house.As(Actor.System);
        return await new PublishHeads(
            db,
            house.ChangesOf(db),
            new PostNotice(db, new PlainNotices(), house.Clock),
            house.Clock
        ).Run(Witnesses, key);
    }
}

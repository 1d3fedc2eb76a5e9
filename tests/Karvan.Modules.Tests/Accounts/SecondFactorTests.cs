using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>The second factor: its codes by the vectors of the standard, each good once; staff reach nothing without it.</summary>
public sealed class SecondFactorTests
{
    private const string Mail = "maryam@example.org";

    /// <summary>RFC 6238, appendix B, SHA-1: the last six of the eight digits; the secret "12345678901234567890" in base 32.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var then = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, TimeCode.At(Secret, then));
        Assert.Equal(seconds / 30, TimeCode.StepOf(Secret, $"{code[..3]} {code[3..]}", then));
        Assert.Equal(seconds / 30, TimeCode.StepOf(Secret, code, then.AddSeconds(30)));
        Assert.Null(TimeCode.StepOf(Secret, code, then.AddSeconds(90)));
        Assert.Null(TimeCode.StepOf(Secret, "", then));
    }

    [OnBothDatabases]
    [Theory]
    public async Task It_is_set_up_by_a_code_and_then_asked_for(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        Assert.Equal(
            SecondFactorRefusal.NotBegun,
            (await desk.The<SecondFactor>(id).Confirm(id, "000000")).Refused
        );
        // A session left open is not enough to shut its holder out; guessing is counted.
        foreach (var wrong in new[] { "", "wrong", Mail })
        {
            Assert.Equal(
                SecondFactorRefusal.PasswordWrong,
                await desk.The<SecondFactor>(id).Begin(id, wrong)
            );
        }
        Assert.Null(await desk.The<SecondFactor>(id).Begun(id));
        Assert.Equal(3, await desk.Db.AuditEvents.CountAsync(e => e.Kind == "ProofFailed"));
        Assert.Null(await desk.The<SecondFactor>(id).Begin(id, Desk.Password));
        Assert.Null(await desk.Try(Mail, Desk.Password));
        Assert.Equal(
            SecondFactorRefusal.CodeWrong,
            (await desk.The<SecondFactor>(id).Confirm(id, "12345")).Refused
        );
        var (secret, codes) = await SetUp(desk, id, begun: true);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Null(await desk.The<SecondFactor>(id).Begun(id));
        Assert.Equal(
            SecondFactorRefusal.AlreadyOn,
            await desk.The<SecondFactor>(id).Begin(id, Desk.Password)
        );

        Assert.Equal(SignInRefusal.CodeNeeded, await desk.Try(Mail, Desk.Password));
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, "wrong", "000000"));
        // The code that confirmed it is used up.
        Assert.Equal(
            SignInRefusal.CodeWrong,
            await desk.Try(Mail, Desk.Password, Now(desk, secret))
        );
        desk.House.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await desk.Try(Mail, Desk.Password, Now(desk, secret)));
        Assert.Equal(
            SignInRefusal.CodeWrong,
            await desk.Try(Mail, Desk.Password, Now(desk, secret))
        );
    }

    /// <summary>Ten people who saw the same code over a shoulder, at once: one gets in.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_code_lets_one_in_however_many_type_it_at_once(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var (secret, recovery) = await SetUp(desk, id);
        desk.House.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var code in new[] { Now(desk, secret), recovery[0] })
        {
            var tries = Enumerable.Range(0, 6).Select(_ => desk.The<SignIn>()).ToList();
            var refused = await Task.WhenAll(
                tries.Select(async t => (await t.Run(Mail, Desk.Password, code, "", "")).Refused)
            );
            Assert.Equal(1, refused.Count(r => r is null));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_recovery_code_is_good_once_in_any_spelling(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var (_, codes) = await SetUp(desk, id);
        var typed = codes[3].ToLowerInvariant().Replace('-', ' ');
        Assert.Null(await desk.Try(Mail, Desk.Password, typed));
        Assert.Equal(SignInRefusal.CodeWrong, await desk.Try(Mail, Desk.Password, codes[3]));
        Assert.Equal(9, await desk.The<SecondFactor>(id).CodesLeft(id));
        var renewed = await desk.The<SecondFactor>(id).RenewCodes(id, codes[4]);
        Assert.Equal(10, renewed.Value.Length);
        Assert.Equal(SignInRefusal.CodeWrong, await desk.Try(Mail, Desk.Password, codes[5]));
        Assert.Null(await desk.Try(Mail, Desk.Password, renewed.Value[5]));
    }

    [OnBothDatabases]
    [Theory]
    public async Task It_is_turned_off_by_a_code_and_guessing_is_counted(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        Assert.Equal(SecondFactorRefusal.NotOn, await desk.The<SecondFactor>(id).TurnOff(id, "x"));
        var (_, codes) = await SetUp(desk, id);
        foreach (var wrong in new[] { "wrong", Desk.Password })
        {
            Assert.Equal(
                SecondFactorRefusal.CodeWrong,
                await desk.The<SecondFactor>(id).TurnOff(id, wrong)
            );
        }
        Assert.Equal(2, (await desk.Db.Set<TriedAddress>().SingleAsync()).Failed);
        Assert.Null(await desk.The<SecondFactor>(id).TurnOff(id, codes[0]));
        Assert.Equal(
            ["factor-on", "factor-off"],
            (await desk.Letters(Mail))
                .Select(l => l.Title)
                .Where(t => t.StartsWith("factor", StringComparison.Ordinal))
        );
        Assert.Null(await desk.Try(Mail, Desk.Password));
        // The secret is forgotten with it.
        Assert.Empty(await desk.Db.UserTokens.ToListAsync());
        Assert.Empty(await desk.Db.RecoveryCodes.ToListAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task No_secret_stands_in_the_record_of_changes(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var (secret, codes) = await SetUp(desk, id);
        await desk.The<SecondFactor>(id).RenewCodes(id, Desk.Password);
        var hash = (await desk.Db.Users.SingleAsync()).PasswordHash!;
        var record = string.Concat(await desk.Db.AuditEvents.Select(e => e.Content).ToListAsync());
        Assert.Contains("TwoFactorEnabled", record, StringComparison.Ordinal);
        string[] secrets =
        [
            secret,
            hash,
            .. codes,
            .. codes.Select(c => c.Replace("-", "", StringComparison.Ordinal)),
        ];
        foreach (var word in secrets)
        {
            Assert.DoesNotContain(word, record, StringComparison.Ordinal);
        }
        var kept = await desk.Db.RecoveryCodes.Select(c => c.Hash).ToListAsync();
        Assert.Empty(kept.Intersect(codes));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Staff_hold_nothing_before_they_have_it(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        foreach (var role in Enum.GetValues<Role>())
        {
            var mail = $"{role}@example.org";
            var id = (
                await desk.Member(mail, p => Grant.OfStaff(p, role, Body.Shared, Provinces.Country))
            )
                .PersonId!
                .Value;
            var staff = role is not (Role.FirmUser or Role.Promoter or Role.ManagingDirector);
            Assert.Equal((role, staff), (role, await Needs(desk, mail, null)));
            var (secret, _) = await SetUp(desk, id);
            desk.House.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.False(await Needs(desk, mail, Now(desk, secret)));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_stand_in_session_needs_none(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var actor = await desk.Member(
            Mail,
            p => Grant.OfStaff(p, Role.Auditor, Body.Shared, Provinces.Country)
        );
        var person = await desk.Db.Users.AsNoTracking().SingleAsync(p => p.Id == actor.PersonId);
        var session = await desk.The<SignIn>().StandIn(person, "", "");
        var current = desk.The<CurrentActor>();
        Assert.True(await current.Resume(session.Id));
        Assert.Single(current.Value.Grants);
    }

    private static async Task<bool> Needs(Desk desk, string mail, string? code)
    {
        var session = (await desk.The<SignIn>().Run(mail, Desk.Password, code, "", "")).Value;
        var current = desk.The<CurrentActor>();
        Assert.True(await current.Resume(session.Id));
        Assert.Equal(current.NeedsSecondFactor, current.Value.Grants.Count == 0);
        return current.NeedsSecondFactor;
    }

    private static string Now(Desk desk, string secret) =>
        TimeCode.At(secret, desk.House.Clock.GetUtcNow());

    private static async Task<(string Secret, string[] Codes)> SetUp(
        Desk desk,
        Guid id,
        bool begun = false
    )
    {
        if (!begun)
        {
            Assert.Null(await desk.The<SecondFactor>(id).Begin(id, Desk.Password));
        }
        var secret = (await desk.The<SecondFactor>(id).Begun(id))!;
        var done = await desk.The<SecondFactor>(id).Confirm(id, Now(desk, secret));
        return (secret, done.Value);
    }
}

using Karvan.Modules.Tests.Files;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Searching;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>Clause G1.d: a certificate of export readiness, in force on the day of the gate.</summary>
public sealed class EraCertificateTests
{
    private const string First = "10380284790";
    private const string Second = "0499370899";

    /// <summary>The day of the house's clock.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [OnBothDatabases]
    [Theory]
    public async Task A_certificate_waits_and_is_in_force_once_accepted(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var expert = await house.Expert("08");
        var id = (await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf())).Value;
        Assert.False((await One(house, person, id)).IsInForceOn(Today));
        Assert.Null(await house.Check(expert, id, EraCertificateState.Accepted));
        var certificate = await One(house, person, id);
        Assert.Equal(7250, certificate.Score);
        // From 10 January 2026 to 9 January 2027, both included.
        Assert.False(certificate.IsInForceOn(new DateOnly(2026, 1, 9)));
        Assert.True(certificate.IsInForceOn(new DateOnly(2026, 1, 10)));
        Assert.True(certificate.IsInForceOn(Today));
        Assert.True(certificate.IsInForceOn(new DateOnly(2027, 1, 9)));
        Assert.False(certificate.IsInForceOn(new DateOnly(2027, 1, 10)));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_refused_one_is_never_in_force_and_may_be_entered_again(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var expert = await house.Expert("08");
        var id = (await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf())).Value;
        Assert.Equal(
            EraRefusal.NoReason,
            await house.Check(expert, id, EraCertificateState.Refused, " ")
        );
        Assert.Equal(
            EraRefusal.NoDecision,
            await house.Check(expert, id, EraCertificateState.Waiting)
        );
        Assert.Null(await house.Check(expert, id, EraCertificateState.Refused, "ناخوانا"));
        var refused = await One(house, person, id);
        Assert.Equal("ناخوانا", refused.Remark);
        Assert.False(refused.IsInForceOn(Today));
        Assert.Equal(EraRefusal.Stale, await house.Check(expert, id, EraCertificateState.Accepted));
        Assert.Equal(
            EraRefusal.NotWaiting,
            await house.Check(expert, id, EraCertificateState.Accepted, version: 1)
        );
        Assert.True((await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf())).Done);
    }

    public static TheoryData<Provider, EraCertificateEntry, EraRefusal> Wrong
    {
        get
        {
            var good = FileDesk.Entry();
            var wrong = new TheoryData<Provider, EraCertificateEntry, EraRefusal>();
            foreach (var provider in Enum.GetValues<Provider>())
            {
                wrong.Add(provider, good with { Number = " " }, EraRefusal.NumberWrong);
                wrong.Add(provider, good with { Number = "-/-" }, EraRefusal.NumberWrong);
                wrong.Add(
                    provider,
                    good with
                    {
                        Number = new string('1', 61),
                    },
                    EraRefusal.NumberWrong
                );
                wrong.Add(provider, good with { Score = -1 }, EraRefusal.ScoreOutOfRange);
                wrong.Add(provider, good with { Score = 10_001 }, EraRefusal.ScoreOutOfRange);
                wrong.Add(
                    provider,
                    good with
                    {
                        IssuedOn = Today.AddDays(1),
                        ExpiresOn = Today.AddDays(9),
                    },
                    EraRefusal.IssueInFuture
                );
                wrong.Add(
                    provider,
                    good with
                    {
                        ExpiresOn = good.IssuedOn.AddDays(-1),
                    },
                    EraRefusal.DatesReversed
                );
            }
            return wrong;
        }
    }

    [MemberData(nameof(Wrong))]
    [Theory]
    public async Task What_is_wrong_is_refused(
        Provider provider,
        EraCertificateEntry entry,
        EraRefusal why
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        Assert.Equal(why, (await house.Add(person, firm, entry, SampleFiles.Pdf())).Refused);
        Assert.Equal(0, await house.As(Actor.System).EraCertificates.CountAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task The_ends_of_what_is_allowed_are_taken(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        foreach (
            var entry in new EraCertificateEntry[]
            {
                new("N1", 0, Today, Today),
                new("N2", 10_000, Today, Today.AddYears(2)),
            }
        )
        {
            Assert.True((await house.Add(person, firm, entry, SampleFiles.Pdf())).Done);
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_firm_shows_its_certificate_and_an_expert_may_record_from_paper(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        Assert.Equal(
            EraRefusal.FileMissing,
            (await house.Add(person, firm, FileDesk.Entry(), null)).Refused
        );
        var expert = await house.Expert("08");
        Assert.True((await house.Add(expert, firm, FileDesk.Entry(), null)).Done);
    }

    [OnBothDatabases("ERA-1")]
    [OnBothDatabases("era ۱")]
    [OnBothDatabases(" E-R-A/1 ")]
    [Theory]
    public async Task A_number_is_taken_in_any_spelling(Provider provider, string spelling)
    {
        await using var house = await House.On(provider);
        var (one, firm) = await house.Firm("پسته", "08", First);
        var (two, other) = await house.Firm("فولاد", "21", Second);
        await house.Add(one, firm, FileDesk.Entry(), SampleFiles.Pdf());
        Assert.Equal(
            EraRefusal.NumberTaken,
            (await house.Add(two, other, FileDesk.Entry(spelling), SampleFiles.Pdf("two"))).Refused
        );
    }

    /// <summary>Twelve at once, one number: one of them gets it, and only its file is stored.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_number_is_recorded_once_however_many_ask_at_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var (one, firm) = await house.Firm("پسته", "08", First);
        var (two, other) = await house.Firm("فولاد", "21", Second);
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    house.Add(
                        i % 2 == 0 ? one : two,
                        i % 2 == 0 ? firm : other,
                        FileDesk.Entry(),
                        SampleFiles.Pdf($"{i}")
                    )
                )
        );
        Assert.Equal(1, added.Count(a => a.Done));
        Assert.All(added.Where(a => !a.Done), a => Assert.Equal(EraRefusal.NumberTaken, a.Refused));
        var db = house.As(Actor.System);
        Assert.Equal(1, await db.EraCertificates.CountAsync());
        Assert.Equal(1, await db.StoredContents.CountAsync());
    }

    /// <summary>Two experts decide at once: one of them does.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_certificate_is_decided_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var expert = await house.Expert("08");
        var id = (await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf())).Value;
        var decided = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => house.Check(expert, id, EraCertificateState.Accepted))
        );
        Assert.Equal(1, decided.Count(d => d is null));
        Assert.All(decided.OfType<EraRefusal>(), d => Assert.Equal(EraRefusal.Stale, d));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Others_neither_find_nor_decide_nor_add(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var (stranger, _) = await house.Firm("فولاد", "08", Second);
        var id = (await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf())).Value;
        foreach (var other in new[] { stranger, await house.Expert("21"), Actor.Public })
        {
            var search = new EraCertificateSearch(house.As(other));
            Assert.Null(await search.One(id));
            Assert.Empty(await search.Of(firm));
            Assert.Equal(0, (await search.Rows(new EraCertificateQuery()).Page()).Total);
            Assert.Equal(
                EraRefusal.NotFound,
                await house.Check(other, id, EraCertificateState.Accepted)
            );
            Assert.Equal(
                EraRefusal.NotFound,
                (await house.Add(other, firm, FileDesk.Entry("N2"), SampleFiles.Pdf())).Refused
            );
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task The_worklist_filters_and_sorts(Provider provider)
    {
        await using var house = await House.On(provider);
        var (one, firm) = await house.Firm("پسته", "08", First);
        var (two, other) = await house.Firm("فولاد", "08", Second);
        var expert = await house.Expert("08");
        var entry = FileDesk.Entry("A1");
        var first = (await house.Add(one, firm, entry, SampleFiles.Pdf())).Value;
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (
            await house.Add(
                two,
                other,
                entry with
                {
                    Number = "B2",
                    ExpiresOn = entry.ExpiresOn.AddDays(-30),
                },
                SampleFiles.Pdf()
            )
        ).Value;
        Assert.Equal([first, second], await Ids(new EraCertificateQuery()));
        Assert.Equal(
            [second, first],
            await Ids(new EraCertificateQuery(Order: new SortOrder(EraCertificateQuery.ByEnd)))
        );
        Assert.Equal(
            [second, first],
            await Ids(
                new EraCertificateQuery(
                    Order: new SortOrder(EraCertificateQuery.ByFirm, Descending: true)
                )
            )
        );
        Assert.Equal([second], await Ids(new EraCertificateQuery(Words: "b2")));
        Assert.Equal([first], await Ids(new EraCertificateQuery(Words: "پسته")));
        await house.Check(expert, first, EraCertificateState.Accepted);
        Assert.Equal(
            [second],
            await Ids(new EraCertificateQuery(State: EraCertificateState.Waiting))
        );

        async Task<IEnumerable<Guid>> Ids(EraCertificateQuery question) =>
            (await new EraCertificateSearch(house.As(expert)).Rows(question).Page()).Rows.Select(
                r => r.Id
            );
    }

    private static async Task<EraCertificate> One(House house, Actor actor, Guid id) =>
        (await new EraCertificateSearch(house.As(actor)).One(id))!.Value.Certificate;
}

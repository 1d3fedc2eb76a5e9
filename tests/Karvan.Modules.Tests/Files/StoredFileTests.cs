using Karvan.Consortia;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Files;

/// <summary>Content is stored once; who may see it stands with each attachment; every reading is recorded.</summary>
public sealed class StoredFileTests
{
    private const string First = "10380284790";
    private const string Second = "0499370899";

    [OnBothDatabases(1)]
    [OnBothDatabases(262_143)]
    [OnBothDatabases(262_144)]
    [OnBothDatabases(262_145)]
    [OnBothDatabases(1_000_000)]
    [Theory]
    public async Task What_was_stored_is_read_byte_for_byte(Provider provider, int more)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var content = SampleFiles.PdfOf(20 + more);
        await house.Add(person, firm, FileDesk.Entry(), content);
        var db = house.As(Actor.System);
        var file = await db.Attachments.SingleAsync();
        Assert.Equal(content, (await house.Read(person, file.Id)).Bytes);
        Assert.Equal(
            (content.Length + 262_143) / 262_144,
            await db.Set<ContentChunk>().CountAsync()
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task The_same_content_is_stored_once_with_two_grants(Provider provider)
    {
        await using var house = await House.On(provider);
        var (one, firm) = await house.Firm("پسته", "08", First);
        var (two, other) = await house.Firm("فولاد", "21", Second);
        var content = SampleFiles.Pdf();
        await house.Add(one, firm, FileDesk.Entry("A1"), content, "a.pdf");
        await house.Add(two, other, FileDesk.Entry("A2"), content, "b.pdf");
        var db = house.As(Actor.System);
        Assert.Equal(1, await db.StoredContents.CountAsync());
        Assert.Equal(1, await db.Set<ContentChunk>().CountAsync());
        var files = await db.Attachments.OrderBy(a => a.Name).ToListAsync();
        Assert.Equal(["a.pdf", "b.pdf"], files.Select(f => f.Name));

        // Each sees their own, and not that the other has the same.
        Assert.Equal(content, (await house.Read(one, files[0].Id)).Bytes);
        Assert.Equal(ReadFileRefusal.NotFound, (await house.Read(one, files[1].Id)).Refused);
        Assert.Equal(1, await house.As(two).Attachments.CountAsync());
    }

    /// <summary>Eight firms send the same bytes at once: one of them brings the content, all have it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_same_content_at_once_is_stored_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var content = SampleFiles.PdfOf(600_000);
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => house.Add(person, firm, FileDesk.Entry($"N{i}"), content))
        );
        Assert.All(added, a => Assert.True(a.Done));
        var db = house.As(Actor.System);
        Assert.Equal(1, await db.StoredContents.CountAsync());
        Assert.Equal(3, await db.Set<ContentChunk>().CountAsync());
        foreach (var file in await db.Attachments.Select(a => a.Id).ToListAsync())
        {
            Assert.Equal(content, (await house.Read(person, file)).Bytes);
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_refused_certificate_leaves_no_file(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf("one"));
        Assert.Equal(
            EraRefusal.NumberTaken,
            (await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf("two"))).Refused
        );
        var db = house.As(Actor.System);
        Assert.Equal(1, await db.Attachments.CountAsync());
        Assert.Equal(1, await db.StoredContents.CountAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task Only_those_who_see_the_firm_read_and_each_reading_is_recorded(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var (stranger, _) = await house.Firm("فولاد", "08", Second);
        var certificate = await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf());
        var file = (await house.As(Actor.System).Attachments.SingleAsync()).Id;
        var expert = await house.Expert("08");
        foreach (
            var other in new[]
            {
                stranger,
                await house.Expert("21"),
                await house.Somebody(),
                Actor.Public,
            }
        )
        {
            Assert.Equal(ReadFileRefusal.NotFound, (await house.Read(other, file)).Refused);
        }
        await house.Read(person, file);
        await house.Read(expert, file);

        var db = house.As(Actor.System);
        var read = await db
            .AuditEvents.Where(e => e.Kind == "FileRead")
            .OrderBy(e => e.Id)
            .ToListAsync();
        Assert.Equal([person.PersonId, expert.PersonId], read.Select(e => e.AuthorId));
        Assert.All(
            read,
            e =>
                Assert.Equal(
                    (nameof(EraCertificate), certificate.Value, firm),
                    (e.SubjectKind, e.SubjectId!.Value, e.EnterpriseId!.Value)
                )
        );
        var details = EventContent.Parse(read[0].Content).Details;
        Assert.Equal(($"{file}", "گواهی.pdf"), (details["attachment"], details["name"]));
        Assert.Empty((await new AuditVerification(db).Run()).Broken);
    }

    /// <summary>A file is seen by the experts of the province where its firm is now.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Files_and_certificates_move_with_their_firm(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        await house.Add(person, firm, FileDesk.Entry(), SampleFiles.Pdf());
        var db = house.As(person);
        var moved = await new EditEnterprise(db, house.ChangesOf(db)).Run(
            firm,
            0,
            new EnterpriseProfile("پسته", "21")
        );
        Assert.True(moved.Done);
        var (before, after) = (await house.Expert("08"), await house.Expert("21"));
        Assert.Equal(0, await house.As(before).Attachments.CountAsync());
        Assert.Equal(0, await house.As(before).EraCertificates.CountAsync());
        Assert.Equal(1, await house.As(after).Attachments.CountAsync());
        Assert.Equal(1, await house.As(after).EraCertificates.CountAsync());
    }

    /// <summary>What the query reaches is what the decision allows, for every act by which files are read.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_query_shows_what_access_allows(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", First);
        var somebody = await house.Somebody();
        var system = house.As(Actor.System);
        await using (var change = await house.ChangesOf(system).Begin(PlatformActs.RunSystem))
        {
            foreach (
                var (act, body) in new[]
                {
                    (RegistryActs.ReadEnterprise, Body.Shared),
                    (RegistryActs.ReadPromoter, Body.SmallIndustries),
                    (ConsortiaActs.ReadConsortium, Body.SmallIndustries),
                }
            )
            {
                foreach (var province in new[] { "08", "21" })
                {
                    using var sent = new MemoryStream(SampleFiles.Pdf());
                    await using var file = (
                        await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual)
                    ).Value;
                    var owner = new Subject(
                        "Anything",
                        Guid.CreateVersion7(),
                        body,
                        province,
                        act == RegistryActs.ReadPromoter ? null : firm,
                        act == RegistryActs.ReadPromoter ? somebody.PersonId : null,
                        province == "08" ? RegistryActs.SubmittedPromoter : null
                    );
                    await new StoreFile(system, new Scanning(false), house.Clock).Run(
                        file,
                        owner,
                        act
                    );
                }
            }
            await change.Commit(new Noted(new Subject("Anything", null, Body.Shared)));
        }
        var files = await house.As(Actor.System).Attachments.ToListAsync();
        Assert.Equal(6, files.Count);
        foreach (
            var actor in new[]
            {
                person,
                somebody,
                Actor.Public,
                await house.Expert("08"),
                await house.Expert("08", Body.TradePromotion),
                await house.Somebody(p =>
                    Grant.OfStaff(
                        p,
                        Role.OrganizationExpert,
                        Body.SmallIndustries,
                        Provinces.Country
                    )
                ),
            }
        )
        {
            Assert.Equal(
                files
                    .Where(f => Access.Allows(actor, ModuleCatalog.Act(f.ReadAct), f.Subject))
                    .Select(f => f.Id)
                    .Order(),
                (await house.As(actor).Attachments.Select(a => a.Id).ToListAsync()).Order()
            );
        }
    }

    [Fact]
    public async Task An_act_that_no_query_knows_is_refused()
    {
        await using var house = await House.On(Provider.Sqlite);
        var db = house.As(Actor.System);
        using var sent = new MemoryStream(SampleFiles.Pdf());
        await using var file = (await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual)).Value;
        var store = new StoreFile(db, new Scanning(false), house.Clock);
        var owner = new Subject("Anything", Guid.CreateVersion7(), Body.Shared);
        // Outside a change nothing is stored at all.
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Run(file, owner, RegistryActs.ReadEnterprise)
        );
        await using var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.Run(file, owner, PlatformActs.ReadAudit)
        );
    }
}

using System.Net;
using System.Net.Http.Headers;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Platform.Files;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Era;

/// <summary>A certificate and its file over HTTP: sent, refused with what was typed, read by whom it concerns, decided.</summary>
public sealed class CertificateTests
{
    private const string Number = "IR-ERA-77";

    [Fact]
    public async Task Post_WithFile_StoresItAndGivesItBackToWhoMaySee()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firmUser = await site.SignedIn("firm");
        var firm = await FirmOfUser(site);
        var sent = await Send(firmUser, firm, Sending.Pdf);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = await firmUser.GetStringAsync(sent.Headers.Location);
        Assert.Contains(Number, page, StringComparison.Ordinal);

        var certificate = await One(site);
        Assert.Equal(
            (7250, new DateOnly(2025, 4, 23), new DateOnly(2036, 2, 3)),
            (certificate.Score, certificate.IssuedOn, certificate.ExpiresOn)
        );
        var address = $"/files/{certificate.AttachmentId}";
        var file = await firmUser.GetAsync(address);
        Assert.Equal(Sending.Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", $"{file.Content.Headers.ContentType}");
        Assert.Equal("nosniff", Header(file, "X-Content-Type-Options"));
        Assert.Equal("no-store, private", Ordered(Header(file, "Cache-Control")));
        Assert.Equal(
            "default-src 'none'; frame-ancestors 'self'; sandbox",
            Header(file, "Content-Security-Policy")
        );
        var disposition = file.Content.Headers.ContentDisposition!;
        Assert.Equal(
            ("attachment", Sending.FileName),
            (disposition.DispositionType, disposition.FileNameStar)
        );

        var inline = await firmUser.GetAsync(address + "/inline");
        Assert.Equal("inline", inline.Content.Headers.ContentDisposition!.DispositionType);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(file.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await firmUser.SendAsync(again)).StatusCode);
        var viewer = await firmUser.GetStringAsync(address + "/view");
        Assert.Contains($"<iframe src=\"{address}/inline\"", viewer, StringComparison.Ordinal);

        // Saved, looked at, and asked for again: three readings; the viewer itself is none.
        Assert.Equal(3, await Readings(site, certificate.Id));
        await OthersGetNothing(site, firm, certificate);
        Assert.Equal(3, await Readings(site, certificate.Id));
    }

    public static TheoryData<string, byte[], FileRefusal> Refused =>
        new()
        {
            { "a.pdf", "MZ..."u8.ToArray(), FileRefusal.Executable },
            { "a.png", Sending.Pdf, FileRefusal.Mismatched },
            { "a.pdf", [], FileRefusal.Empty },
            // The site of this test takes 64 KiB.
            { "a.pdf", [.. Sending.Pdf, .. new byte[200_000]], FileRefusal.TooLarge },
        };

    [MemberData(nameof(Refused))]
    [Theory]
    public async Task Post_WithBadFile_SaysWhyAndKeepsWhatWasTyped(
        string name,
        byte[] content,
        FileRefusal why
    )
    {
        await using var site = await Site.On(Provider.Sqlite, ("Karvan:LargestFile", "65536"));
        var firmUser = await site.SignedIn("firm");
        var answer = await Send(firmUser, await FirmOfUser(site), content, name);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Sentence(why), page, StringComparison.Ordinal);
        Assert.Contains(Number, page, StringComparison.Ordinal);
        Assert.Contains("۷۲٫۵", page, StringComparison.Ordinal);
        Assert.False(await site.Ask(db => db.EraCertificates.AnyAsync(c => c.Number == Number)));
    }

    /// <summary>A body that ends within its file: what was typed is there, the file is not.</summary>
    [Fact]
    public async Task Post_ThatBreaksOff_KeepsWhatWasTyped()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var answer = await Sending.SendHalf(
            await site.SignedIn("firm"),
            $"/enterprises/{await FirmOfUser(site)}/era/add",
            Sending.Typed(Number)
        );
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("ارسال فایل نیمه‌کاره ماند.", page, StringComparison.Ordinal);
        Assert.Contains(Number, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutFile_IsTheExpertsAlone()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await FirmOfUser(site);
        var path = $"/enterprises/{firm}/era/add";
        var refused = await Sending.Send(
            await site.SignedIn("firm"),
            path,
            Sending.Typed(Number),
            null
        );
        Assert.Contains(
            Sentence(FileRefusal.Missing),
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var taken = await Sending.Send(
            await site.SignedIn("expert"),
            path,
            Sending.Typed(Number),
            null
        );
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
    }

    /// <summary>Nobody sends who may not, nobody without the form's token, and no body without its end is taken.</summary>
    [Fact]
    public async Task Post_WithoutRightOrToken_IsRefused()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await FirmOfUser(site);
        var path = $"/enterprises/{firm}/era/add";
        foreach (
            var (account, status) in new[]
            {
                ("newcomer", HttpStatusCode.Forbidden),
                ("auditor", HttpStatusCode.Forbidden),
                ("trade-expert", HttpStatusCode.Forbidden),
                ("firm", HttpStatusCode.BadRequest),
            }
        )
        {
            using var file = new ByteArrayContent(Sending.Pdf);
            var answer = await Sending.SendWith(
                await site.SignedIn(account),
                path,
                "no token",
                Sending.Typed(Number),
                file
            );
            Assert.Equal((account, status), (account, answer.StatusCode));
        }
        var firmUser = await site.SignedIn("firm");
        using var broken = new StringContent(
            "------karvan-test\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"
        );
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse(
            "multipart/form-data; boundary=\"----karvan-test\""
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await firmUser.PostAsync(path, broken)).StatusCode
        );
        Assert.False(await site.Ask(db => db.EraCertificates.AnyAsync(c => c.Number == Number)));
    }

    [Fact]
    public async Task Post_Decision_IsTheExpertsOfTheProvinceAndBodyAlone()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var waiting = await site.Ask(db =>
            db.EraCertificates.FirstAsync(c =>
                c.Province == "00" && c.State == EraCertificateState.Waiting
            )
        );
        var path = $"/enterprises/{waiting.EnterpriseId}/era/{waiting.Id}";
        (string, string)[] accept = [("version", "0"), ("Decision", "Accepted")];
        var organization = await Site.Post(await site.SignedIn("organization"), path, accept);
        Assert.NotEqual(HttpStatusCode.Redirect, organization.StatusCode);
        var stranger = await site.SignedIn("trade-expert");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        var expert = await site.SignedIn("expert");
        Assert.Equal(HttpStatusCode.Redirect, (await Site.Post(expert, path, accept)).StatusCode);
        Assert.Equal(
            EraCertificateState.Accepted,
            (await site.Ask(db => db.EraCertificates.SingleAsync(c => c.Id == waiting.Id))).State
        );
        // The certificate of one firm does not stand under the address of another.
        var other = await site.FirmOf("00", VerificationState.Waiting);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await expert.GetAsync($"/enterprises/{other}/era/{waiting.Id}")).StatusCode
        );
        var list = await expert.GetStringAsync("/era?download=csv");
        Assert.Equal(
            await site.Ask(db => db.EraCertificates.CountAsync(c => c.Province == "00")),
            list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1
        );
    }

    private static async Task OthersGetNothing(Site site, Guid firm, EraCertificate certificate)
    {
        var file = $"/files/{certificate.AttachmentId}";
        foreach (var account in new[] { "trade-expert", "newcomer", "promoter", "reviewer" })
        {
            var other = await site.SignedIn(account);
            foreach (var address in new[] { file, file + "/inline", file + "/view" })
            {
                var answer = await other.GetAsync(address);
                Assert.Equal(
                    (account, address, HttpStatusCode.NotFound),
                    (account, address, answer.StatusCode)
                );
            }
            Assert.NotEqual(
                HttpStatusCode.OK,
                (await other.GetAsync($"/enterprises/{firm}/era/{certificate.Id}")).StatusCode
            );
        }
        // Whoever is not signed in is asked to.
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync(file)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(
        HttpClient visitor,
        Guid firm,
        byte[] content,
        string name = Sending.FileName
    )
    {
        using var file = new ByteArrayContent(content);
        return await Sending.Send(
            visitor,
            $"/enterprises/{firm}/era/add",
            Sending.Typed(Number),
            file,
            name
        );
    }

    private static Task<Guid> FirmOfUser(Site site) =>
        site.Ask(async db =>
        {
            var person = await db.Users.SingleAsync(u => u.Email == "firm@demo.karvan");
            return (
                await db.Grants.Where(g => g.PersonId == person.Id).OrderBy(g => g.Id).FirstAsync()
            )
                .EnterpriseId!
                .Value;
        });

    private static Task<EraCertificate> One(Site site) =>
        site.Ask(db => db.EraCertificates.SingleAsync(c => c.Number == Number));

    private static Task<int> Readings(Site site, Guid certificate) =>
        site.Ask(db =>
            db.AuditEvents.CountAsync(e => e.Kind == "FileRead" && e.SubjectId == certificate)
        );

    private static string Sentence(FileRefusal why) =>
        why switch
        {
            FileRefusal.Executable => "این فایل برنامه یا صفحه‌ای اجراشدنی است.",
            FileRefusal.Mismatched => "پسوند نام این فایل با محتوای آن نمی‌خواند.",
            FileRefusal.Empty => "این فایل خالی است.",
            FileRefusal.TooLarge => "مگابایت است. آن را با وضوح کمتر اسکن کنید",
            _ => "فایلی انتخاب نشده است",
        };

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.GetValues(name));

    private static string Ordered(string values) =>
        string.Join(
            ", ",
            values.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)
        );
}

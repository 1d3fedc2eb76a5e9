using System.Net;
using System.Text.RegularExpressions;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Karvan.Web.Tests.CustomsPages;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Asked = Karvan.Platform.Conversations.Question;

namespace Karvan.Web.Tests.Notices;

/// <summary>
/// The conversation closes: what an expert asks reaches the firm as a notice, is answered where it is shown, and what was decided
/// comes back; on each page somebody reads what comes next.
/// </summary>
public sealed partial class NoticePageTests
{
    private const string Title = "پرسشی دربارهٔ ثبت بنگاه";
    private const string Question = "کدام کد تعرفه؟";

    [Fact]
    public async Task A_question_is_answered_on_the_page_that_its_notice_leads_to()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.SignedIn("firm");
        var own = OwnFirm().Match(await firm.GetStringAsync("/")).Groups["href"].Value;
        // What the firm was told before.
        await firm.GetStringAsync("/notices");
        var expert = await site.SignedIn("expert");
        // Days that are none are said so beside their field, and what was typed stays.
        var wrong = await Site.Post(expert, own, Decision(("WorkingDays", "چند")));
        var page = await wrong.Content.ReadAsStringAsync();
        Assert.Contains("شمار روزها عددی از ۱ تا ۳۶۵ است", page, StringComparison.Ordinal);
        Assert.Contains(Question, page, StringComparison.Ordinal);
        var decided = await Site.Post(expert, own, Decision(("WorkingDays", "۵")));
        Assert.Equal($"{own}?done=decided", decided.Headers.Location!.OriginalString);
        var after = await expert.GetStringAsync(decided.Headers.Location.OriginalString);
        Assert.Contains("تصمیم ثبت شد و به بنگاه خبر داده شد", after, StringComparison.Ordinal);
        Assert.Matches("بعدی در نوبت شما", after);

        // In the header, on the desk, among the notices; there it has been seen then.
        var home = await firm.GetStringAsync("/");
        Assert.Contains("1 تازه", PageForm.Plain(home), StringComparison.Ordinal);
        Assert.Contains(Title, home, StringComparison.Ordinal);
        var notices = await firm.GetStringAsync("/notices");
        Assert.Contains($"href=\"{own}/answer\"", notices, StringComparison.Ordinal);
        Assert.Contains(Question, notices, StringComparison.Ordinal);
        Assert.DoesNotContain("1 تازه", await firm.GetStringAsync("/"), StringComparison.Ordinal);

        var form = await firm.GetStringAsync($"{own}/answer");
        Assert.Contains(Question, form, StringComparison.Ordinal);
        Assert.Contains("مهلت پاسخ", form, StringComparison.Ordinal);
        Assert.Contains(
            Question,
            await firm.GetStringAsync($"{own}/edit"),
            StringComparison.Ordinal
        );
        var empty = await Sending.Send(firm, $"{own}/answer", [("version", "1")], null);
        Assert.Contains(
            "پاسخ خود را بنویسید",
            await empty.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var sent = await Sending.Send(
            firm,
            $"{own}/answer",
            [("version", "1"), ("Answer", "کد 080251")],
            new ByteArrayContent(Sending.Pdf)
        );
        Assert.Equal($"{own}?done=answered", sent.Headers.Location!.OriginalString);
        Assert.Contains(
            "پاسخ شما فرستاده شد",
            await firm.GetStringAsync(sent.Headers.Location.OriginalString),
            StringComparison.Ordinal
        );

        var read = await expert.GetStringAsync(own);
        Assert.Contains("کد 080251", read, StringComparison.Ordinal);
        var file = AnswerFile().Match(read).Groups["href"].Value;
        Assert.Equal(HttpStatusCode.OK, (await expert.GetAsync(file)).StatusCode);
        await Site.Post(expert, own, ("Decision", "Verified"), ("version", "2"));
        Assert.Contains(
            "1 تازه",
            PageForm.Plain(await firm.GetStringAsync("/")),
            StringComparison.Ordinal
        );
        Assert.Contains("گام بعدی", await firm.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_other_language_a_notice_reads_as_the_page_around_it()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.SignedIn("firm");
        var own = OwnFirm().Match(await firm.GetStringAsync("/")).Groups["href"].Value;
        await Site.Post(await site.SignedIn("expert"), own, Decision());
        await Site.Post(firm, "/language", ("to", "en"), ("back", "/notices"));
        var page = await firm.GetStringAsync("/notices");
        Assert.Contains("A question about your registration", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_kept_and_followed()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.SignedIn("firm");
        var own = OwnFirm().Match(await firm.GetStringAsync("/")).Groups["href"].Value;
        var page = await firm.GetStringAsync("/notices/choices");
        var at = Topic().Matches(page).Single(m => m.Groups["topic"].Value is "firm-letter");
        var name = $"Choices[{at.Groups["at"].Value}]";
        (string, string)[] all =
        [
            .. Topic()
                .Matches(page)
                .Select(m => ($"Choices[{m.Groups["at"].Value}].Topic", m.Groups["topic"].Value)),
            .. Topic()
                .Matches(page)
                .Select(m =>
                    (
                        $"Choices[{m.Groups["at"].Value}].Mail",
                        m.Value == at.Value ? "Never" : "AtOnce"
                    )
                ),
        ];
        var saved = await Site.Post(firm, "/notices/choices", all);
        Assert.Equal("/notices/choices?saved=true", saved.Headers.Location!.OriginalString);
        Assert.Matches(
            Regex.Escape($"name=\"{name}.Mail\" value=\"Never\" checked"),
            await firm.GetStringAsync("/notices/choices")
        );
        var letters = await Letters(site);
        await Site.Post(await site.SignedIn("expert"), own, Decision());
        Assert.Equal(letters, await Letters(site));
        Assert.Contains(Title, await firm.GetStringAsync("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_program_reads_the_deadlines_at_a_secret_address()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.SignedIn("firm");
        var own = OwnFirm().Match(await firm.GetStringAsync("/")).Groups["href"].Value;
        await Site.Post(await site.SignedIn("expert"), own, Decision(("WorkingDays", "5")));
        var shown = await firm.GetStringAsync("/calendar");
        Assert.Contains("پاسخ به پرسش کارشناس", shown, StringComparison.Ordinal);
        var made = await Site.Post(firm, "/calendar?handler=Make");
        var address = Feed().Match(await made.Content.ReadAsStringAsync()).Value;
        using var program = site.Visitor();
        var answer = await program.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:پاسخ به پرسش کارشناس", unfolded, StringComparison.Ordinal);
        // The demo has asked another firm something too.
        var firmId = Guid.Parse(own[^36..]);
        var due = await site.Ask(db =>
            db.Set<Asked>().Where(q => q.AboutId == firmId).Select(q => q.DueOn).SingleAsync()
        );
        Assert.Contains($"DTSTART;VALUE=DATE:{due:yyyyMMdd}", unfolded, StringComparison.Ordinal);
        Assert.Contains($"{own}", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain("VTIMEZONE", text, StringComparison.Ordinal);
        Assert.All(
            text.Split("\r\n"),
            line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75)
        );
        // The secret alone opens it, and after it is withdrawn nothing does.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await program.GetAsync("/calendar/feed/wrong.ics")).StatusCode
        );
        await Site.Post(firm, "/calendar?handler=Withdraw");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_decision_about_a_certificate_reaches_the_firm()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var theirs = await site.Ask(db =>
            db.Grants.Where(g => g.EnterpriseId != null && !g.IsClaim)
                .Select(g => g.EnterpriseId!.Value)
                .ToListAsync()
        );
        var waiting = await site.Ask(db =>
            db.EraCertificates.Where(c => c.State == EraCertificateState.Waiting)
                .Where(c => c.Province == Visitors.Experts)
                .Select(c => new { c.Id, c.EnterpriseId })
                .FirstAsync()
        );
        Assert.NotEmpty(theirs);
        var expert = await site.SignedIn("expert");
        var address = $"/enterprises/{waiting.EnterpriseId}/era/{waiting.Id}";
        var before = await Letters(site);
        var done = await Site.Post(
            expert,
            address,
            ("version", "0"),
            ("Decision", "Refused"),
            ("Remark", "تاریخ نمی‌خواند")
        );
        Assert.Equal($"{address}?done=decided", done.Headers.Location!.OriginalString);
        var readers = await site.Ask(db =>
            db.Grants.CountAsync(g => g.EnterpriseId == waiting.EnterpriseId && !g.IsClaim)
        );
        Assert.Equal(before + readers, await Letters(site));
        Assert.Contains(
            "تصمیم ثبت شد",
            await expert.GetStringAsync(done.Headers.Location.OriginalString),
            StringComparison.Ordinal
        );
    }

    private static (string, string)[] Decision(params (string, string)[] more) =>
        [("Decision", "Asked"), ("Remark", Question), ("version", "0"), .. more];

    private static Task<int> Letters(Site site) =>
        site.Ask(db => db.Outbox.CountAsync(m => m.Channel == Channel.Email));

    [GeneratedRegex("""href="(?<href>/enterprises/[0-9a-f-]{36})\x22""")]
    private static partial Regex OwnFirm();

    [GeneratedRegex("""href="(?<href>/files/[0-9a-f-]{36}/view)"[^>]*><span>پیوست پاسخ""")]
    private static partial Regex AnswerFile();

    [GeneratedRegex("""name="Choices\[(?<at>\d+)\]\.Topic" value="(?<topic>[^"]+)\x22""")]
    private static partial Regex Topic();

    [GeneratedRegex("""/calendar/feed/[A-Za-z0-9_-]+\.ics""")]
    private static partial Regex Feed();
}

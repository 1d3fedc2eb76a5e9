using System.Net;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Enterprises;

/// <summary>The fields of a firm as they are described: limits, facts and the trail of its page.</summary>
public sealed class FirmFieldTests
{
    /// <summary>Nothing is cut off: what is too long comes back as it was typed, with the limit of its column.</summary>
    [Fact]
    public async Task A_text_as_long_as_its_column_is_kept_and_a_longer_one_comes_back()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.FirmOf("00", VerificationState.Waiting);
        var expert = await site.SignedIn("expert");
        var words = new PageTexts(PageTexts.LoadTexts(), Language.Persian);
        var version = 0;
        foreach (
            var (field, limit) in new[]
            {
                ("Sector", 200),
                ("Address", 1000),
                ("ContactEmail", 256),
            }
        )
        {
            var refused = await Edit(field, limit + 1);
            var page = await refused.Content.ReadAsStringAsync();
            Assert.Equal((field, HttpStatusCode.OK), (field, refused.StatusCode));
            Assert.Contains(new string('ن', limit + 1), page, StringComparison.Ordinal);
            Assert.Contains(
                words["field.too-long", ("max", limit)].Plain,
                page,
                StringComparison.Ordinal
            );
            var kept = await Edit(field, limit);
            Assert.Equal((field, HttpStatusCode.Redirect), (field, kept.StatusCode));
            version++;
        }

        Task<HttpResponseMessage> Edit(string field, int length) =>
            Site.Post(
                expert,
                $"/enterprises/{firm}/edit",
                ("Version", $"{version}"),
                ("Profile.NameFa", "نام"),
                ("Profile.Province", "00"),
                ("Profile.ContactName", "کسی"),
                ($"Profile.{field}", new string('ن', length))
            );
    }

    /// <summary>Facts and trail are drawn from the same description as the form.</summary>
    [Fact]
    public async Task A_changed_field_stands_among_the_facts_and_in_the_trail()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.FirmOf("00", VerificationState.Waiting);
        var expert = await site.SignedIn("expert");
        (string, string)[] Typed(int version, string estate, string employees) =>
            [
                ("Version", $"{version}"),
                ("Profile.NameFa", "نام"),
                ("Profile.Province", "00"),
                ("Profile.IndustrialEstate", estate),
                ("Profile.Employees", employees),
            ];
        foreach (
            var (at, estate, employees) in new[] { (0, "عباس‌آباد", "45"), (1, "شمس‌آباد", "1200") }
        )
        {
            var done = await Site.Post(
                expert,
                $"/enterprises/{firm}/edit",
                Typed(at, estate, employees)
            );
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }
        var page = await expert.GetStringAsync($"/enterprises/{firm}");
        Assert.Contains(
            "<dt>شهرک یا ناحیهٔ صنعتی</dt><dd><bdi>شمس‌آباد</bdi></dd>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<dt>تعداد کارکنان</dt><dd>۱٬۲۰۰</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>نام به انگلیسی</dt><dd>—</dd>", page, StringComparison.Ordinal);
        var trail = page[page.IndexOf("رخدادهای این بنگاه", StringComparison.Ordinal)..];
        foreach (var told in new[] { "شهرک یا ناحیهٔ صنعتی", "عباس‌آباد", "شمس‌آباد", "۴۵" })
        {
            Assert.Contains(told, trail, StringComparison.Ordinal);
        }
    }

    /// <summary>A verified name goes back to the expert when it changes; on another keyboard it does not.</summary>
    [Fact]
    public async Task A_name_typed_on_another_keyboard_is_the_same_name()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.Ask(db =>
            db.Enterprises.FirstAsync(e =>
                e.Province == "00"
                && e.State == VerificationState.Verified
                && e.NameFa.Contains('ی')
                && e.NameFa.Contains('ک')
            )
        );
        var typed = firm.NameFa.Replace('ی', 'ي').Replace('ک', 'ك');
        Assert.NotEqual(firm.NameFa, typed);
        var expert = await site.SignedIn("expert");
        await Site.Post(
            expert,
            $"/enterprises/{firm.Id}/edit",
            ("Version", $"{firm.Version}"),
            ("Profile.NameFa", typed),
            ("Profile.Province", "00")
        );
        var kept = await site.Ask(db => db.Enterprises.SingleAsync(e => e.Id == firm.Id));
        Assert.Equal(
            (firm.NameFa, VerificationState.Verified, firm.Version + 1),
            (kept.NameFa, kept.State, kept.Version)
        );
    }

    /// <summary>A page with several forms checks the one that was sent.</summary>
    [Fact]
    public async Task A_remark_longer_than_its_column_is_refused_and_decides_nothing()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.FirmOf("00", VerificationState.Waiting);
        var expert = await site.SignedIn("expert");
        var refused = await Site.Post(
            expert,
            $"/enterprises/{firm}",
            ("version", "0"),
            ("Decision", "Refused"),
            ("Remark", new string('د', 4001))
        );
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains(
            "aria-invalid",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            VerificationState.Waiting,
            (await site.Ask(db => db.Enterprises.SingleAsync(e => e.Id == firm))).State
        );
    }
}

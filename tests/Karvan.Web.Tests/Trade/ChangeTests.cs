using System.Net;
using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Web.Customs.Pages.Trade;
using Karvan.Web.Tests.CustomsPages;
using Karvan.Web.Tests.Promoters;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>From the page where answers are checked one goes back to each question and forward again, without a script.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData("fa", "تغییر")]
    [InlineData("en", "Change")]
    public async Task Correction_of_a_line_is_changed_from_its_check_with_all_that_was_typed(
        string language,
        string change
    )
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var expert = await site.SignedIn("expert");
        var path = line.Path(Links.Trade.Adjust);
        await Site.Post(expert, "/language", ("to", language), ("back", "/"));
        var form = PageForm
            .With(await expert.GetStringAsync(path), "Form.Day")
            .Say("Form.HsCode", "84232000")
            .Say("Form.Value", "123.45")
            .Say("Form.Reason", "نامهٔ گمرک");
        var check = await Read(await form.Post(expert, path + "&handler=Check"));
        var back = WebUtility.HtmlEncode(path + "&handler=Back");
        foreach (var field in new[] { "Decision", "HsCode", "Value", "Reason" })
        {
            Assert.Contains($"formaction=\"{back}#Form_{field}\"", check, StringComparison.Ordinal);
        }
        // What stays as it is has no row, and so nothing to change.
        Assert.DoesNotContain("#Form_Country", check, StringComparison.Ordinal);
        Assert.Contains("form=\"typed\" formaction", check, StringComparison.Ordinal);
        Assert.Contains(change, check, StringComparison.Ordinal);

        var typed = Typed(check);
        var again = await Read(await typed.Post(expert, path + "&handler=Back"));
        Assert.DoesNotContain("k-summary", again, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_HsCode\"", again, StringComparison.Ordinal);
        var kept = PageForm.With(again, "Form.Day");
        Assert.Equal(Latin(form), Latin(kept));
        var forward = await Read(
            await kept.Say("Form.Value", "99").Post(expert, path + "&handler=Check")
        );
        Assert.Contains("id=\"typed\"", forward, StringComparison.Ordinal);
        Assert.Equal("99", Typed(forward)["Form.Value"]);
        Assert.False(await site.Ask(db => db.CustomsAdjustments.AnyAsync()));
    }

    /// <summary>What cannot be read, what no line says, and what was left out: all at once, and no check before they are right.</summary>
    [Theory]
    [InlineData("&handler=Check")]
    [InlineData("")]
    public async Task Every_mistake_of_a_correction_is_told_at_once(string handler)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var expert = await site.SignedIn("expert");
        var path = line.Path(Links.Trade.Adjust);
        var form = PageForm.With(await expert.GetStringAsync(path), "Form.Day");
        var wrong = await Read(
            await form.Say("Form.Flow", "export")
                .Say("Form.Day", "۱۵۰۱/۰۱/۰۱")
                .Say("Form.HsCode", "12")
                .Say("Form.Country", "IR")
                .Say("Form.Value", "12.345")
                .Say("Form.Weight", "پنج")
                .Say("Form.Reason", " ")
                .Post(expert, path + handler)
        );
        foreach (var field in new[] { "Day", "HsCode", "Country", "Value", "Weight", "Reason" })
        {
            Assert.NotEmpty(PageForm.Error(wrong, $"Form.{field}"));
        }
        Assert.DoesNotContain("id=\"typed\"", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strike_is_changed_by_its_decision_and_its_reason()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var expert = await site.SignedIn("expert");
        var path = line.Path(Links.Trade.Adjust);
        var form = PageForm
            .With(await expert.GetStringAsync(path), "Form.Day")
            .Say("Form.Decision", AdjustForm.Strike)
            .Say("Form.Reason", "از این بنگاه نیست");
        var check = await Read(await form.Post(expert, path + "&handler=Check"));
        Assert.Contains("#Form_Decision", check, StringComparison.Ordinal);
        Assert.Contains("#Form_Reason", check, StringComparison.Ordinal);
        var again = await Read(await Typed(check).Post(expert, path + "&handler=Back"));
        Assert.Equal(Latin(form), Latin(PageForm.With(again, "Form.Day")));
    }

    [Fact]
    public async Task Columns_of_an_import_are_changed_from_the_page_that_puts_it_in_force()
    {
        await using var room = await ImportRoom.On(Provider.Sqlite);
        var id = await room.Read(ImportRoom.Line("A1", ImportRoom.Unknown, "100"));
        var link = $"class=\"k-change\" href=\"/customs/{id}/map\"";
        Assert.Contains(link, await room.Page($"/customs/{id}/commit"), StringComparison.Ordinal);
        // What was said of the columns stands in the form, and reading it again leads back to the same page.
        var form = PageForm.With(await room.Page($"/customs/{id}/map"), "Entry.Date");
        Assert.NotEmpty(form["Entry.Date"]!);
        await form.Post(room.Expert, $"/customs/{id}/map");
        await room.Work();
        await room.Commit(id);
        Assert.DoesNotContain(
            link,
            await room.Page($"/customs/{id}/withdraw"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Part_of_an_application_that_is_changed_from_its_check_leads_back_there()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        await Newcomer.Done(newcomer, Newcomer.Home + "/about", [("Form.NameFa", "سارا تهرانی")]);
        var check = await newcomer.GetStringAsync(Newcomer.Home + "/check");
        var about = Newcomer.Home + "/about?then=check";
        Assert.Contains($"class=\"k-change\" href=\"{about}\"", check, StringComparison.Ordinal);
        var saved = await PageForm
            .With(await newcomer.GetStringAsync(about), "Form.NameEn")
            .Say("Form.NameEn", "Sara Tehrani")
            .Post(newcomer, about);
        Assert.Equal(Newcomer.Home + "/check", saved.Headers.Location?.OriginalString);
        // More rows: still on the way to the check. Nobody is led off the site.
        var more = await PageForm
            .With(await newcomer.GetStringAsync(Newcomer.Home + "/fields?then=check"), "Version")
            .Say("more", "1")
            .Post(newcomer, Newcomer.Home + "/fields?then=check");
        Assert.Equal(Newcomer.Home + "/fields?then=check", more.Headers.Location?.OriginalString);
        var elsewhere = await PageForm
            .With(await newcomer.GetStringAsync(about), "Form.NameEn")
            .Post(newcomer, Newcomer.Home + "/about?then=//example.org");
        Assert.Equal(Newcomer.Home, elsewhere.Headers.Location?.OriginalString);
    }

    /// <summary>A page writes digits in its own.</summary>
    private static IEnumerable<(string, string)> Latin(PageForm form) =>
        form.All.Select(f => (f.Name, PersianText.LatinDigits(f.Value)));

    /// <summary>The form that carries what was typed back; the one that decides has the same fields, and a file.</summary>
    private static PageForm Typed(string check) =>
        PageForm.With(check[..check.IndexOf(" enctype=", StringComparison.Ordinal)], "Form.Reason");

    private static async Task<string> Read(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}

using System.Net;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Reference;

/// <summary>A list is edited over HTTP and keeps its history; a merger and a pair told apart go the whole way.</summary>
public sealed class ListTests
{
    private static readonly (string, string)[] Mission =
    [
        ("Version", "0"),
        ("Form.Country", "TZ"),
        ("Form.Kind", "Embassy"),
        ("Form.From", "۱۴۰۰/۰۱/۰۱"),
        ("Form.IsExample", "false"),
    ];

    [Fact]
    public async Task Post_Mission_IsAddedEditedAndToldInTheHistory()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        const string New = "/reference/missions/row";
        var added = await Site.Post(organization, New, Mission);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var again = await Site.Post(organization, New, Mission);
        var page = await again.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("aria-invalid", page, StringComparison.Ordinal);

        var id = await site.Ask(db =>
            db.Set<Mission>().Where(m => m.Country == "TZ").Select(m => m.Id).SingleAsync()
        );
        var ended = await Site.Post(
            organization,
            $"{New}/{id}",
            [.. Mission, ("Form.To", "1401/01/01")]
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var stale = await Site.Post(
            organization,
            $"{New}/{id}",
            [.. Mission, ("Form.To", "1402/01/01")]
        );
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);

        // 1400/06/01 lies within, 1401/06/01 behind its end; the public reads both.
        var visitor = site.Visitor();
        var within = await visitor.GetStringAsync("/reference/missions?On=1400/06/01&download=csv");
        var behind = await visitor.GetStringAsync("/reference/missions?On=1401/06/01&download=csv");
        Assert.Contains("تانزانیا", within, StringComparison.Ordinal);
        Assert.DoesNotContain("تانزانیا", behind, StringComparison.Ordinal);
        var history = await visitor.GetStringAsync("/reference/missions/history");
        Assert.Contains("تانزانیا", history, StringComparison.Ordinal);
        // Names of staff are for those who are signed in.
        Assert.DoesNotContain("حسین جعفری", history, StringComparison.Ordinal);
        Assert.Contains(
            "حسین جعفری",
            await organization.GetStringAsync("/reference/missions/history"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_Duplicates_AreMergedOrToldApart()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        var id = await site.DuplicatesOf("00");
        var pair = await site.Ask(db => db.Set<LikelyDuplicate>().SingleAsync(t => t.Id == id));
        var merge = $"/enterprises/{pair.FirstId}/succession?successor={pair.SecondId}";
        var version = await site.Ask(db =>
            db.Enterprises.Where(e => e.Id == pair.FirstId).Select(e => e.Version).SingleAsync()
        );
        var merged = await Site.Post(
            expert,
            merge,
            ("Version", $"{version}"),
            ("Successor", $"{pair.SecondId}"),
            ("Day", "1404/01/01")
        );
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var heir = await expert.GetStringAsync($"/enterprises/{pair.SecondId}");
        Assert.Contains($"/enterprises/{pair.FirstId}", heir, StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"{id}",
            await expert.GetStringAsync("/enterprises/duplicates"),
            StringComparison.Ordinal
        );
        var undone = await Site.Post(
            expert,
            $"/enterprises/{pair.FirstId}/succession?handler=Undo",
            ("Version", $"{version + 1}"),
            ("Reason", "اشتباه")
        );
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var apart = await Site.Post(expert, $"/enterprises/duplicates/{id}", ("version", "0"));
        Assert.Equal(HttpStatusCode.Redirect, apart.StatusCode);
        Assert.NotNull(
            (
                await site.Ask(db => db.Set<LikelyDuplicate>().SingleAsync(t => t.Id == id))
            ).ToldApartAt
        );
    }
}

using System.Net;
using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Platform.Conversations;
using Karvan.Platform.Persistence;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Desk;

/// <summary>Whoever tries the demo finds each kind of work on the desk of its expert.</summary>
public sealed class DemoWorkTests
{
    [Fact]
    public async Task The_expert_of_the_demo_has_each_kind_of_work()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var claim = await site.Ask(db =>
            db.FirmClaims.IgnoreQueryFilters().SingleAsync(c => c.State == ClaimState.Waiting)
        );
        var objection = await site.Ask(db =>
            db.LineObjections.SingleAsync(c => c.State == LineObjectionState.Open)
        );
        var asked = await site.Ask(db =>
            db.Enterprises.SingleAsync(e => e.State == VerificationState.Asked)
        );
        Assert.Equal((Visitors.Experts, Visitors.Experts), (objection.Province, asked.Province));
        // Each is on record as done by whoever does such a thing.
        Assert.Equal("هادی شریفی", objection.AskedBy);
        var question = await site.Ask(db =>
            db.Set<Question>().SingleAsync(q => q.AboutId == asked.Id)
        );
        Assert.Null(question.AnsweredAt);
        Assert.NotNull(question.DueOn);

        var expert = await site.SignedIn("expert");
        var desk = await expert.GetStringAsync("/");
        foreach (
            var link in new[]
            {
                Links.Claims.Details(claim.Id),
                Links.Trade.Objection(objection.Id),
                Links.Enterprises.Index.With("f-state", "Waiting").With("sort", "age"),
            }
        )
        {
            Assert.Contains(WebUtility.HtmlEncode(link), desk, StringComparison.Ordinal);
        }
        Assert.Contains(
            "شمارهٔ تلفن آن را هم بنویسید",
            WebUtility.HtmlDecode(await expert.GetStringAsync(Links.Enterprises.Details(asked.Id))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "لیلا مرادی",
            WebUtility.HtmlDecode(await expert.GetStringAsync(Links.Claims.Details(claim.Id))),
            StringComparison.Ordinal
        );
    }
}

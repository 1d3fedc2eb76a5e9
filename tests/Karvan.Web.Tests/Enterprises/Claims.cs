using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Registry.Claims;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Web.Tests.Enterprises;

/// <summary>Claims to firms, made past the pages.</summary>
internal static class Claims
{
    /// <param name="mail">Of whoever claims it.</param>
    public static async Task<Guid> Make(Site site, string mail, Guid firm)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var person = await site.Ask(db =>
            db.Users.Where(p => p.Email == mail).Select(p => p.Id).SingleAsync()
        );
        var number = await Trade.TradeOf.Number(site, firm);
        using var sent = new MemoryStream(Sending.Pdf);
        await using var file = (
            await ReceivedFile.From(sent, Sending.FileName, FileLimits.Usual)
        ).Value;
        return (
            await scope
                .ServiceProvider.GetRequiredService<ClaimEnterprise>()
                .Run(person, number, "مدیر عامل", file)
        ).Value;
    }
}

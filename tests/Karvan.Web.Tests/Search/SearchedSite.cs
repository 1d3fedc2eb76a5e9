using Karvan.Consortia;
using Karvan.Customs.Records;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Search;

/// <summary>A site with records that are not in the provinces of its experts.</summary>
public sealed class SearchedSite : IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> visitors = new(StringComparer.Ordinal);
    private Site site = null!;

    public (Guid Id, string NameFa, string Number) FirmElsewhere { get; private set; }

    public (Guid Id, Guid Firm, string Number) CertificateElsewhere { get; private set; }

    public (Guid Id, string Name) ConsortiumElsewhere { get; private set; }

    public (Guid Id, int Number, string File) NationalImport { get; private set; }

    public ((Guid Id, string Name) Submitted, (Guid Id, string Name) Approved) Promoters
    {
        get;
        private set;
    }

    public async ValueTask InitializeAsync()
    {
        site = await Site.On(Provider.Sqlite);
        FirmElsewhere = await site.Ask(async db =>
        {
            var firm = await db
                .Enterprises.Include(e => e.OutsideIds)
                .Where(e => e.Province == Visitors.Elsewhere)
                .OrderBy(e => e.SortKey)
                .FirstAsync();
            return (firm.Id, firm.NameFa, firm.OutsideIds.Single(i => i.To == null).Number);
        });
        CertificateElsewhere = await site.Ask(async db =>
        {
            var certificate = await db
                .EraCertificates.Where(c => c.Province == Visitors.Elsewhere)
                .OrderBy(c => c.Id)
                .FirstAsync();
            return (certificate.Id, certificate.EnterpriseId, certificate.Number);
        });
        ConsortiumElsewhere = await site.Ask(async db =>
        {
            var consortium = await db
                .Consortia.Where(c => c.Province == Visitors.Elsewhere)
                .OrderBy(c => c.Id)
                .FirstAsync();
            return (consortium.Id, consortium.NameFa);
        });
        NationalImport = await site.Ask(async db =>
        {
            var import = await db
                .CustomsImports.Where(i => i.Province == null)
                .OrderBy(i => i.Number)
                .FirstAsync();
            return (import.Id, import.Number, import.FileName);
        });
        Promoters = (
            await PromoterIn(PromoterState.Submitted),
            await PromoterIn(PromoterState.Approved)
        );
    }

    /// <param name="account">Empty for the public.</param>
    public async Task<HttpClient> As(string account)
    {
        if (!visitors.TryGetValue(account, out var visitor))
        {
            visitors.Add(
                account,
                visitor = account.Length == 0 ? site.Visitor() : await site.SignedIn(account)
            );
        }
        return visitor;
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    private Task<(Guid, string)> PromoterIn(PromoterState state) =>
        site.Ask(async db =>
        {
            var promoter = await db
                .Promoters.Where(p => p.State == state)
                .OrderBy(p => p.SortKey)
                .FirstAsync();
            return (promoter.Id, promoter.NameFa);
        });
}

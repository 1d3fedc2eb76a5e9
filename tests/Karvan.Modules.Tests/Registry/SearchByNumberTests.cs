using Karvan.Modules.Tests.Files;
using Karvan.Platform.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>Firms and certificates by their numbers, for those who may see them and for nobody else.</summary>
public sealed class SearchByNumberTests
{
    private const string Legal = "10380284790";
    private const string Other = "10861123451";

    [OnBothDatabases]
    [Theory]
    public async Task A_number_finds_its_holder(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", Legal);
        var (stranger, other) = await house.Firm("زعفران", "09", Other);
        foreach (var asker in new[] { person, await house.Expert("08") })
        {
            var search = new EnterpriseSearch(house.As(asker));
            Assert.Equal(firm, (await search.Holder(Legal))?.Id);
            Assert.Null(await search.Holder(Other));
            Assert.Null(await search.Holder(Legal[..10]));
        }
        Assert.Equal(other, (await new EnterpriseSearch(house.As(stranger)).Holder(Other))?.Id);
        foreach (var asker in new[] { stranger, await house.Expert("09"), Actor.Public })
        {
            Assert.Null(await new EnterpriseSearch(house.As(asker)).Holder(Legal));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_certificate_is_found_by_its_number_in_any_spelling(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", Legal);
        var entry = FileDesk.Entry() with { Number = "ERA-08/123" };
        var id = (await house.Add(person, firm, entry, SampleFiles.Pdf())).Value;
        var search = new EraCertificateSearch(house.As(await house.Expert("08")));
        foreach (var typed in new[] { "ERA-08/123", "era 08 123", "ERA۰۸۱۲۳", "8/12" })
        {
            var (rows, total) = await search.ByNumber(typed).Page();
            Assert.Equal((1, id), (total, Assert.Single(rows).Id));
            Assert.Equal(typed is not "8/12", EraCertificateSearch.IsNumberOf(typed, rows[0]));
        }
        foreach (var typed in new[] { "ERA-08/124", "پسته", "-", "" })
        {
            Assert.Equal(0, (await search.ByNumber(typed).Page()).Total);
        }
        foreach (var asker in new[] { await house.Expert("09"), Actor.Public })
        {
            var unseen = new EraCertificateSearch(house.As(asker));
            Assert.Equal(0, (await unseen.ByNumber("ERA-08/123").Page()).Total);
        }
    }
}

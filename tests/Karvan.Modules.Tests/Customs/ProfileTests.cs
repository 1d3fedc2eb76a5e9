using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Saved = Karvan.Platform.Values.Outcome<
    Karvan.Customs.Records.CustomsProfile,
    Karvan.Customs.Records.ImportRefusal
>;

namespace Karvan.Modules.Tests.Customs;

/// <summary>Mappings are saved under a name, replaced by who meant it and may, and taken off the list.</summary>
public sealed class ProfileTests
{
    private static readonly MappingProfile Other = MappingProfile.Standard with
    {
        Country = new("land"),
    };

    [Theory, OnBothDatabases]
    public async Task A_name_is_taken_until_it_is_to_be_replaced_or_was_taken_off(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        Task<Saved> Save(string? name, MappingProfile mapping, bool replace = false) =>
            desk.Do<SaveProfile, Saved>(expert, s => s.Run(name, mapping, "08", replace));
        Task<Saved> Withdraw(Guid id) => desk.Do<WithdrawProfile, Saved>(expert, w => w.Run(id));

        Assert.Equal(ImportRefusal.NameMissing, (await Save(null, Other)).Refused);
        Assert.Equal(ImportRefusal.NameMissing, (await Save(" ", Other)).Refused);
        var first = (await Save(" گمرک ", MappingProfile.Standard)).Value;
        Assert.Equal("گمرک", first.Name);
        Assert.Equal(ImportRefusal.NameTaken, (await Save("گمرک", Other)).Refused);
        Assert.Equal(MappingProfile.Standard, await Content(house, first.Id));
        var replaced = (await Save("گمرک", Other, replace: true)).Value;
        Assert.Equal((first.Id, 1), (replaced.Id, replaced.Version));
        Assert.Equal(Other, await Content(house, first.Id));

        Assert.NotNull((await Withdraw(first.Id)).Value.WithdrawnAt);
        Assert.Equal(ImportRefusal.NotFound, (await Withdraw(first.Id)).Refused);
        Assert.Equal(ImportRefusal.NotFound, (await Withdraw(Guid.NewGuid())).Refused);
        // The name is free, and the one that was taken off stays as it was.
        var second = (await Save("گمرک", MappingProfile.Standard)).Value;
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(Other, await Content(house, first.Id));
        var all = await desk.Do<ProfileShelf, List<CustomsProfile>>(expert, s => s.All());
        Assert.Equal([second.Id], all.Select(p => p.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_who_save_one_name_at_once_one_does(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                    desk.Do<SaveProfile, Saved>(expert, s => s.Run("گمرک", Other, "08", false))
                )
        );
        Assert.Single(saved, s => s.Done);
        Assert.Equal(4, saved.Count(s => s.Refused is ImportRefusal.NameTaken));
    }

    /// <summary>Whoever imports by it would map by what another province wrote over it.</summary>
    [Theory, OnBothDatabases]
    public async Task A_profile_of_another_province_or_of_the_country_is_not_written_over(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var organization = await house.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );
        Task<Saved> Save(Actor by, string name, string? province, MappingProfile mapping) =>
            desk.Do<SaveProfile, Saved>(by, s => s.Run(name, mapping, province, true));
        var south = await Save(await house.Expert("21"), "south", "21", MappingProfile.Standard);
        var country = await Save(organization, "country", null, MappingProfile.Standard);

        Assert.Equal(
            ImportRefusal.NameElsewhere,
            (await Save(expert, "south", "08", Other)).Refused
        );
        Assert.Equal(
            ImportRefusal.NameElsewhere,
            (await Save(expert, "country", "08", Other)).Refused
        );
        Assert.Equal(MappingProfile.Standard, await Content(house, south.Value.Id));
        Assert.Equal(MappingProfile.Standard, await Content(house, country.Value.Id));
    }

    private static async Task<MappingProfile?> Content(House house, Guid id) =>
        MappingProfile.Parse(
            (
                await house
                    .As(Actor.System)
                    .CustomsProfiles.AsNoTracking()
                    .SingleAsync(p => p.Id == id)
            ).Content,
            out _
        );
}

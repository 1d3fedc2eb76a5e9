using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>Saves a mapping under a name, or anew under the name it has.</summary>
public sealed class SaveProfile(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="replace">Whether one of this name is to say this from now on; imports that used it keep what they used.</param>
    public async Task<Outcome<CustomsProfile, ImportRefusal>> Run(
        string? name,
        MappingProfile mapping,
        string? province,
        bool replace,
        CancellationToken cancellation = default
    )
    {
        var said = PersianText.Spelled(name?.Trim() ?? "");
        if (said.Length == 0)
        {
            return ImportRefusal.NameMissing;
        }
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var saved = await db.CustomsProfiles.SingleOrDefaultAsync(
            p => p.Name == said && p.WithdrawnAt == null,
            cancellation
        );
        if (saved is not null && !replace)
        {
            return ImportRefusal.NameTaken;
        }
        if (saved is not null && saved.Province != province)
        {
            return ImportRefusal.NameElsewhere;
        }
        if (saved is null)
        {
            saved = CustomsProfile.Save(said, province, mapping.ToJson(), db.Author.Name, now);
            db.CustomsProfiles.Add(saved);
        }
        else
        {
            saved.Replace(mapping.ToJson(), db.Author.Name, now);
        }
        try
        {
            await change.Commit(new CustomsProfileSaved(saved.Subject), cancellation);
        }
        catch (DbUpdateException fault)
            when (fault is DbUpdateConcurrencyException || UniqueViolation.Is(fault))
        {
            db.ChangeTracker.Clear();
            return ImportRefusal.NameTaken;
        }
        return saved;
    }
}

/// <summary>Takes a saved mapping off the list; imports that used it keep what they used.</summary>
public sealed class WithdrawProfile(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CustomsProfile, ImportRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        var saved = await db.CustomsProfiles.SingleOrDefaultAsync(
            p => p.Id == id && p.WithdrawnAt == null,
            cancellation
        );
        if (saved is null)
        {
            return ImportRefusal.NotFound;
        }
        saved.Withdraw(clock.GetUtcNow().UtcDateTime);
        await change.Commit(new CustomsProfileWithdrawn(saved.Subject), cancellation);
        return saved;
    }
}

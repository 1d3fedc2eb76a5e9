using System.Diagnostics.CodeAnalysis;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karvan.Platform.Persistence;

/// <summary>
/// The database as one person sees it: queries leave out what the viewpoint does not reach, and nothing is saved
/// outside a change with its event. A fresh context sees nothing.
/// </summary>
public abstract class KarvanContext(DbContextOptions options, WriteGate gate)
    : IdentityUserContext<Person, Guid>(options)
{
    private readonly Dictionary<(string, Body, string?), Scope> reach = [];

    public WriteGate WriteGate => gate;

    /// <summary>Who writes, as the record of changes will show.</summary>
    public Author Author { get; private set; } = Author.Public;

    /// <summary>Who asks; null before anybody was named, and then nothing is seen.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>Takes down the fields of the change that is open, if one is.</summary>
    public IFieldRecorder? Recorder { get; set; }

    /// <summary>From now on the database is what this person may see, and changes are theirs.</summary>
    public void SeeAs(Actor actor)
    {
        Author = actor.IsSystem
            ? Author.System
            : new Author(actor.PersonId, actor.Name, actor.ActingFor);
        Actor = actor;
        reach.Clear();
    }

    /// <summary>As it began: for somebody who is not known yet.</summary>
    internal void SeeNothing()
    {
        Author = Author.Public;
        Actor = null;
        Recorder = null;
        reach.Clear();
    }

    /// <summary>The records of a body that the actor reaches by an act; asked by every query filter.</summary>
    public Scope Reach(Act act, Body body, string? state)
    {
        if (Actor is null)
        {
            return Scope.Nothing;
        }
        if (!reach.TryGetValue((act.Name, body, state), out var known))
        {
            known = Access.ScopeOf(Actor, act, body, state);
            reach[(act.Name, body, state)] = known;
        }
        return known;
    }

    /// <summary>From now on changes are theirs, who have just shown who they are; what they may see stays as it was.</summary>
    internal void WriteAs(Person person) => Author = new Author(person.Id, person.FullName, null);

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        ChangeTracker.DetectChanges();
        foreach (var record in Written())
        {
            foreach (var property in record.Properties)
            {
                SpelledTexts.Keep(property);
                TextLimits.Hold(property);
                EnumValues.Hold(property);
            }
            SortKeys.Keep(record);
        }
        var recorded = FieldChanges.Of(ChangeTracker);
        if (Recorder is { } recorder)
        {
            recorder.Note(recorded);
        }
        else if (recorded.Count > 0)
        {
            throw new InvalidOperationException(
                $"{recorded[0].Record}.{recorded[0].Field} would be saved outside a change: open one, so that the record shows it."
            );
        }
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private IEnumerable<EntityEntry> Written() =>
        ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified);

    [SuppressMessage(
        "Usage",
        "MA0045",
        Justification = "Refused, so that no change goes unrecorded."
    )]
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save with SaveChangesAsync, inside a change.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EveryTable.Types(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<DatabaseLock>(one =>
        {
            one.ToTable("DatabaseLocks");
            one.HasKey(l => l.Key);
            one.Property(l => l.Key).HasMaxLength(Lengths.Code);
            one.HasData(
                TableMaps.All.SelectMany(m => m.Locks).Select(k => new { Key = k, Taken = 0L })
            );
        });
        builder.Entity<DataKey>(key =>
        {
            key.ToTable("DataKeys");
            key.HasKey(k => k.Name);
        });
        foreach (var tables in TableMaps.All)
        {
            tables.Map(builder, this);
        }
        EveryTable.Map(builder, Database.ProviderName);
    }
}

using System.Diagnostics.CodeAnalysis;
using Karvan.Core.Accounts;
using Karvan.Core.Audit;
using Karvan.Core.Consortia;
using Karvan.Core.Customs;
using Karvan.Core.Files;
using Karvan.Core.Jobs;
using Karvan.Core.Persistence.Tables;
using Karvan.Core.Promoters;
using Karvan.Core.Registry;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Persistence;

/// <summary>
/// The database as one person sees it: queries leave out what the viewpoint does not reach, and nothing is saved
/// outside a change with its event. A fresh context sees nothing.
/// </summary>
public abstract class KarvanContext(DbContextOptions options, Writers writers)
    : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<DataKey> DataKeys => Set<DataKey>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();
    public DbSet<StoredContent> StoredContents => Set<StoredContent>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Enterprise> Enterprises => Set<Enterprise>();
    public DbSet<EraCertificate> EraCertificates => Set<EraCertificate>();
    public DbSet<Promoter> Promoters => Set<Promoter>();
    public DbSet<Consortium> Consortia => Set<Consortium>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<CustomsFile> CustomsFiles => Set<CustomsFile>();
    public DbSet<CustomsProfile> CustomsProfiles => Set<CustomsProfile>();
    public DbSet<CustomsImport> CustomsImports => Set<CustomsImport>();
    public DbSet<CustomsAdjustment> CustomsAdjustments => Set<CustomsAdjustment>();
    public DbSet<CustomsContest> CustomsContests => Set<CustomsContest>();
    public DbSet<CustomsSnapshot> CustomsSnapshots => Set<CustomsSnapshot>();

    public Writers Writers => writers;

    /// <summary>Who writes, as the record of changes will show.</summary>
    public Author Author { get; private set; } = Author.Public;

    /// <summary>What the queries of this context reach.</summary>
    public Viewpoint Viewpoint { get; private set; } = Viewpoint.Blind;

    /// <summary>The change that is open, if one is.</summary>
    internal Change? Change { get; set; }

    /// <summary>From now on the database is what this person may see, and changes are theirs.</summary>
    public void SeeAs(Actor actor)
    {
        Author = actor.IsSystem
            ? Author.System
            : new Author(actor.PersonId, actor.Name, actor.ActingFor);
        Viewpoint = Viewpoint.Of(actor);
    }

    /// <summary>From now on changes are theirs, who have just shown who they are; what they may see stays as it was.</summary>
    internal void WriteAs(Person person) => Author = new Author(person.Id, person.FullName, null);

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        ChangeTracker.DetectChanges();
        var recorded = FieldChanges.Of(ChangeTracker);
        if (Change is { } change)
        {
            change.Note(recorded);
        }
        else if (recorded.Count > 0)
        {
            throw new InvalidOperationException(
                $"{recorded[0].Record}.{recorded[0].Field} would be saved outside a change: open one, so that the record shows it."
            );
        }
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    [SuppressMessage(
        "Usage",
        "MA0045",
        Justification = "Refused, so that no change goes unrecorded."
    )]
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save with SaveChangesAsync, inside a change.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountTables.Map(builder);
        AuditTables.Map(builder);
        FileTables.Map(builder, this);
        RegistryTables.Map(builder, this);
        EraTables.Map(builder, this);
        PromoterTables.Map(builder, this);
        ReferenceTables.Map(builder);
        ConsortiumTables.Map(builder, this);
        JobTables.Map(builder, this);
        CustomsTables.Map(builder, this);
        EveryTable.Map(builder, Database.ProviderName);
    }
}

using Karvan.Platform.Accounts;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Conversations;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Outbox;
using Karvan.Platform.Papers;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Karvan.Platform;

/// <summary>People and what they may do, the record of changes, files, jobs and messages.</summary>
public sealed class PlatformModule : IModule
{
    public string Name => "Platform";

    public Type? After => null;

    public IReadOnlyList<Act> Acts { get; } = Act.Of(typeof(PlatformActs));

    public IReadOnlyList<NoticeKind> Notices { get; } =
    [
        .. NoticeKind.Of(typeof(AccountNotices)),
        .. NoticeKind.Of(typeof(AuditNotices)),
        .. NoticeKind.Of(typeof(DigestNotices)),
        .. NoticeKind.Of(typeof(DeadlineNotices)),
        .. NoticeKind.Of(typeof(PaperNotices)),
    ];

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db)
    {
        PeopleTables.Map(builder);
        OutboxTables.Map(builder);
        NoticeTables.Map(builder, db);
        DeadlineTables.Map(builder);
        QuestionTables.Map(builder);
        AuditTables.Map(builder);
        FileTables.Map(builder, db);
        JobTables.Map(builder, db);
        PaperTables.Map(builder, db);
    }

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<Changes>();
        services.AddScoped<Reactions>();
        services.AddScoped<Questions>();
        services.AddScoped<PostNotice>();
        services.AddScoped<ReadNotices>();
        services.AddScoped<ChooseNotices>();
        services.AddScoped<SendDigests>();
        services.AddScoped<DeadlineSearch>();
        services.AddScoped<TellDeadlines>();
        services.AddScoped<CalendarKeys>();
        AddAccounts(services);
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditSearch>();
        services.AddScoped<AuditVerification>();
        services.AddScoped<PublishHeads>();
        services.TryAddSingleton(new Scanning(false));
        services.AddScoped<StoreFile>();
        services.AddScoped<ReadFile>();
        services.TryAddSingleton(JobSettings.Usual);
        services.AddSingleton<RunJobs>();
        services.AddScoped<TakeJob>();
        services.AddScoped<CancelJob>();
        services.AddScoped<RetryJob>();
        services.AddScoped<JobSearch>();
        AddPapers(services);
    }

    private static void AddPapers(IServiceCollection services)
    {
        services.AddScoped<LetterheadShelf>();
        services.AddScoped<KeepLetterhead>();
        services.AddScoped<DraftPaper>();
        services.AddScoped<EditPaper>();
        services.AddScoped<NumberPaper>();
        services.AddScoped<FileSignedCopy>();
        services.AddScoped<WithdrawPaper>();
        services.AddScoped<PaperSearch>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignUp>();
        services.AddScoped<ConfirmEmail>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<Sessions>();
        services.AddScoped<CodeCheck>();
        services.AddScoped<FailedTries>();
        services.AddScoped<LetterLimit>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<EditAccount>();
        services.AddScoped<InvitePeople>();
        services.AddScoped<InviteAdministrator>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<FirmPeople>();
        services.AddScoped<GiveGrant>();
        services.AddScoped<PeopleSearch>();
        services.AddScoped<KeepAccount>();
        services.AddScoped<DeliverOutbox>();
    }
}

using Karvan.Platform.Accounts;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Outbox;
using Karvan.Platform.Papers;
using Karvan.Platform.People;
using Karvan.Web.Components.Frames;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Calendars;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Platform.Desk;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Frame;
using Karvan.Web.Platform.Guides;
using Karvan.Web.Platform.Pages.Papers;
using Karvan.Web.Platform.Workers;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform;

/// <summary>People and their accounts, the record of changes, files, jobs, messages, and what stands around every page.</summary>
internal sealed class PlatformPages : IWebModule
{
    /// <summary>Shorter than the time for which a file is taken.</summary>
    private static readonly TimeSpan ScannerPatience = TimeSpan.FromMinutes(2);

    public int Order => 1;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddSingleton(settings.Files);
        services.AddSingleton(new Scanning(settings.ClamAv is not null));
        services.AddSingleton(JobSettings.Usual with { Lease = settings.JobLease });
        services.AddSingleton<PublicAddress>();
        services.AddScoped<INoticeWriter, NoticeWriter>();
        services.AddScoped<PaperWork>();
        services.AddScoped<IPageFrame, KarvanFrame>();
        services.AddScoped<NewsSearch>();
        services.AddSingleton<DeskMemory>();
        services.AddScoped<DeskSearch>();
        services.AddSingleton<GuideShelf>();
        services.AddScoped<NextInLine>();
        services.AddScoped<EventSubjects>();
        if (settings.ClamAv is (var host, var port))
        {
            services.AddSingleton<IScanner>(new ClamAv(host, port, ScannerPatience));
            services.AddScoped<ScanFiles>();
            services.AddHostedService<ScanWorker>();
        }
        if (settings.RunsJobs)
        {
            // One loop for whatever comes, one that leaves heavy jobs aside, so that small ones never wait for a large file.
            services.AddSingleton<IHostedService>(s =>
                ActivatorUtilities.CreateInstance<JobWorker>(s, true)
            );
            services.AddSingleton<IHostedService>(s =>
                ActivatorUtilities.CreateInstance<JobWorker>(s, false)
            );
            services.AddHostedService<NoticeWorker>();
        }
        services.AddSingleton<AfterAnswer>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<AfterAnswer>());
        if (settings.Witnesses.IsOn)
        {
            services.AddSingleton(settings.Witnesses);
            services.AddHostedService<HeadsWorker>();
        }
        services.AddDelivery(settings.Delivery);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCalendarFeed();
        endpoints.MapGuidePictures();
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(NavigationGroup.Work, 10, PlatformActs.ManageOwnAccount, "nav.desk", "/"),
            new(
                NavigationGroup.Work,
                50,
                PlatformActs.ManageOwnAccount,
                "nav.calendar",
                Links.Calendar.Index
            ),
            new(
                NavigationGroup.Work,
                40,
                PlatformActs.ReadPapers,
                "nav.papers",
                Links.Papers.Index
            ),
            new(
                NavigationGroup.Administration,
                10,
                PlatformActs.ManageGrants,
                "nav.people",
                Links.People.Index
            ),
            new(
                NavigationGroup.Administration,
                20,
                PlatformActs.ReadAudit,
                "nav.audit",
                Links.Audit.Index
            ),
            new(
                NavigationGroup.Administration,
                30,
                PlatformActs.ReadJobs,
                "nav.jobs",
                Links.Jobs.Index
            ),
            new(
                NavigationGroup.Administration,
                40,
                PlatformActs.ReadPublic,
                "nav.outbox",
                Links.Outbox.Index
            )
            {
                ShownTo = (who, settings) => settings.Demo || GrantReach.IsNational(who),
            },
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [
            SubjectPage.None(nameof(Person)),
            SubjectPage.None(nameof(Invitation)),
            SubjectPage.None(nameof(StoredContent)),
            SubjectPage.None(nameof(AuditChain)),
            SubjectPage.None(nameof(Notice)),
            SubjectPage.At(nameof(OfficialPaper), Links.Papers.Details),
            SubjectPage.At(nameof(Letterhead), _ => Links.Papers.Letterheads),
            SubjectPage.At(nameof(Job), Links.Jobs.Details),
        ];

    public IEnumerable<NoticeLink> NoticeLinks =>
        [
            new(AccountNotices.ConfirmEmail, Links.Account.Confirm, "id", "token"),
            new(AccountNotices.AlreadyJoined, Links.Account.Forgot),
            new(AccountNotices.ResetPassword, Links.Account.Reset, "id", "token"),
            new(AccountNotices.NewEmail, Links.Account.EmailConfirm, "id", "token", "email"),
            new(AccountNotices.LockedOut, Links.Account.Forgot),
            new(AccountNotices.PasswordChanged, Links.Account.Forgot),
            new(AccountNotices.SecondFactorOn, Links.Account.Forgot),
            new(AccountNotices.SecondFactorOff, Links.Account.Forgot),
            new(AccountNotices.CodesRenewed, Links.Account.Forgot),
            new(AccountNotices.SignedIn, Links.Account.SessionList),
            new(AccountNotices.Unlocked, Links.Account.SignIn),
            new(AccountNotices.Invitation, Links.Account.Invitation, "token"),
            new(AccountNotices.RoleGiven, "/"),
            new(AccountNotices.RoleNeedsFactor, Links.Account.SecondFactor),
            new(DigestNotices.Digest, Links.Notices.Index),
            NoticeLink.ToSubject(DeadlineNotices.Coming),
            NoticeLink.ToSubject(DeadlineNotices.Over),
            NoticeLink.To(PaperNotices.Issued, Links.Papers.Details),
            NoticeLink.To(PaperNotices.Withdrawn, Links.Papers.Details),
        ];

    public IEnumerable<ValueTexts> Values =>
        [
            new("Body", "body."),
            new("NoticeChoice.Mail", "mail-pace."),
            new("AboutKind", "subject."),
            new("Role", "role.name."),
            new("Letterhead.Numbering", "letterhead.numbering."),
        ];
}

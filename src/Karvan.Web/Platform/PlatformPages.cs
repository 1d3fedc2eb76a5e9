using Karvan.Core.Accounts;
using Karvan.Core.Audit;
using Karvan.Core.Files;
using Karvan.Core.Jobs;
using Karvan.Web.Components.Frames;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Platform.Frame;
using Karvan.Web.Platform.Workers;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform;

/// <summary>People and their accounts, the record of changes, files, jobs, messages, and what stands around every page.</summary>
internal sealed class PlatformPages : IWebModule
{
    /// <summary>Shorter than the time for which a file is taken.</summary>
    private static readonly TimeSpan ScannerPatience = TimeSpan.FromMinutes(2);

    public int Order => 1;

    public void AddUseCases(IServiceCollection services, KarvanSettings settings)
    {
        AddAccounts(services);
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditSearch>();
        services.AddScoped<AuditVerification>();
        services.AddScoped<StoreFile>();
        services.AddScoped<ReadFile>();
        services.AddSingleton(settings.Files);
        services.AddSingleton(new Scanning(settings.ClamAv is not null));
        if (settings.ClamAv is (var host, var port))
        {
            services.AddSingleton<IScanner>(new ClamAv(host, port, ScannerPatience));
            services.AddScoped<ScanFiles>();
        }
        services.AddJobs(JobSettings.Usual with { Lease = settings.JobLease });
    }

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddScoped<ILetters, AccountLetters>();
        services.AddScoped<IPageFrame, KarvanFrame>();
        if (settings.ClamAv is not null)
        {
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
        }
        services.AddDelivery(settings.Delivery);
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(80, Act.ReadJobs, "nav.jobs", "/jobs"),
            new(110, Act.ManageGrants, "nav.people", "/people"),
            new(120, Act.ReadAudit, "nav.audit", "/audit"),
            new(130, Act.ReadPublic, "nav.outbox", "/outbox")
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
            SubjectPage.At(nameof(Job), id => $"/jobs/{id}"),
        ];

    public IEnumerable<ValueWords> Values => [new("Body", "body."), new("Role", "role.name.")];

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
        services.AddScoped<SecondFactor>();
        services.AddScoped<EditAccount>();
        services.AddScoped<InvitePeople>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<FirmPeople>();
        services.AddScoped<GiveGrant>();
        services.AddScoped<PeopleSearch>();
        services.AddScoped<KeepAccount>();
        services.AddScoped<DeliverOutbox>();
    }
}

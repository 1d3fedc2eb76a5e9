using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>A page about one application, for those who read applications. One's own is not found here, whatever one's role: interviews are kept from the applicant.</summary>
public abstract class ApplicationPage(PromoterFile file) : RecordPage<Promoter>
{
    public Promoter Promoter => Record;

    public bool MayInterview =>
        Promoter.State is PromoterState.Submitted or PromoterState.Asked
        && May(RegistryActs.InterviewPromoter, Promoter.Subject);

    protected override async Task<Promoter?> Find(Guid id) =>
        await file.WithInterviews(id, Cancellation) is { } found
        && found.PersonId != Actor.PersonId
        && May(RegistryActs.ReadPromoterApplications, found.Subject)
            ? found
            : null;

    protected override IEnumerable<Subject> SubjectsOf(Promoter record) => [record.Subject];
}

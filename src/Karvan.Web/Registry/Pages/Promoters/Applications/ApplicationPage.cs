using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>A page about one application, for those who read applications. One's own is not found here, whatever one's role: interviews are kept from the applicant.</summary>
public abstract class ApplicationPage(PromoterFile file) : KarvanPage
{
    public Promoter Promoter { get; private set; } = null!;

    public bool MayInterview =>
        Promoter.State is PromoterState.Submitted or PromoterState.Asked
        && May(RegistryActs.InterviewPromoter, Promoter.Subject);

    protected async Task<bool> Find(Guid id)
    {
        var found = await file.WithInterviews(id, HttpContext.RequestAborted);
        if (
            found is null
            || found.PersonId == Actor.PersonId
            || !May(RegistryActs.ReadPromoterApplications, found.Subject)
        )
        {
            return false;
        }
        Promoter = found;
        return true;
    }
}

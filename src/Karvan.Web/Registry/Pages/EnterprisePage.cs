using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages;

/// <summary>A page about one firm.</summary>
public abstract class EnterprisePage(EnterpriseCard card) : RecordPage<Enterprise>
{
    public Enterprise Firm => Record;

    protected override Task<Enterprise?> Find(Guid id) => card.Find(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Enterprise record) => [record.Subject];
}

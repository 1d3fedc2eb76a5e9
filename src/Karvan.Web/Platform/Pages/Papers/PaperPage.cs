using Karvan.Platform.Modules;
using Karvan.Platform.Papers;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>A page about one official paper.</summary>
public abstract class PaperPage(PaperSearch search) : RecordPage<OfficialPaper>
{
    public OfficialPaper Paper => Record;

    /// <summary>What it takes is the kind's to say.</summary>
    public bool MayIssue => May(ModuleCatalog.Paper(Paper.Kind).Issue, Paper.Subject);

    protected override Task<OfficialPaper?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(OfficialPaper record) => [record.Subject];
}

using Karvan.Consortia;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>A page about one consortium, which the asker must see.</summary>
public abstract class ConsortiumPage(ConsortiumSearch search) : RecordPage<Consortium>
{
    public Consortium Consortium => Record;

    public bool MayRecord => May(ConsortiaActs.RecordConsortium, Consortium.Subject);

    protected override Task<Consortium?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Consortium record) =>
        [record.SubjectFor(Actor.ActingFor)];
}

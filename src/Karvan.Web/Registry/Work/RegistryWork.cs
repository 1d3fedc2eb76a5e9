using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Registrations that wait for their expert; an expert's question that waits for the firm.</summary>
internal sealed class RegistryWork(KarvanContext db, PageTexts words) : IPendingWork
{
    /// <summary>What a firm waits for, or is waited for, since then.</summary>
    private static readonly string[] Turns =
    [
        nameof(EnterpriseRegistered),
        nameof(EnterpriseEdited),
        nameof(EnterpriseMoved),
        nameof(EnterpriseAsked),
        nameof(EnterpriseAnswered),
        nameof(EnterpriseRefused),
    ];

    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var work = new List<PendingWork>();
        if (Decision.AllowsSome(actor, RegistryActs.VerifyEnterprise))
        {
            work.AddRange(await Waiting(cancellation));
        }
        if (actor.ActingFor is { } firm && await Own(firm, cancellation) is { } own)
        {
            work.Add(own);
        }
        return work;
    }

    private async Task<IReadOnlyList<PendingWork>> Waiting(CancellationToken cancellation)
    {
        var waiting = db
            .Enterprises.AsNoTracking()
            .Where(e => e.State == VerificationState.Waiting);
        var oldest = await waiting
            .OrderBy(e => e.RegisteredAt)
            .Take(PendingWork.Most)
            .Select(e => new
            {
                e.Id,
                e.NameFa,
                e.RegisteredAt,
            })
            .ToListAsync(cancellation);
        return oldest.Count == 0
            ? []
            :
            [
                new(
                    words["work.firms-waiting"],
                    [
                        .. oldest.Select(e => new PendingRecord(
                            PageTexts.Name(e.NameFa),
                            Links.Enterprises.Details(e.Id),
                            e.RegisteredAt
                        )),
                    ],
                    oldest.Count < PendingWork.Most
                        ? oldest.Count
                        : await waiting.CountAsync(cancellation),
                    Links.Enterprises.Index.With("f-state", "Waiting").With("sort", "age")
                ),
            ];
    }

    private async Task<PendingWork?> Own(Guid firm, CancellationToken cancellation)
    {
        var own = await db
            .Enterprises.AsNoTracking()
            .Where(e => e.Id == firm)
            .Select(e => new
            {
                e.NameFa,
                e.State,
                Since = db.Set<AuditEvent>()
                    .Where(a =>
                        a.SubjectKind == nameof(Enterprise)
                        && a.SubjectId == firm
                        && Turns.Contains(a.Kind)
                    )
                    .Max(a => (DateTime?)a.At)
                    ?? e.RegisteredAt,
            })
            .SingleOrDefaultAsync(cancellation);
        return own is not null && KeyOf(own.State) is { } key
            ? PendingWork.Of(
                words[key],
                new(
                    PageTexts.Name(own.NameFa),
                    own.State is VerificationState.Asked
                        ? Links.Enterprises.Answer(firm)
                        : Links.Enterprises.Details(firm),
                    own.Since
                )
            ) with
            {
                IsWithOthers = own.State is VerificationState.Waiting,
            }
            : null;
    }

    private static string? KeyOf(VerificationState state) =>
        state switch
        {
            VerificationState.Asked => "work.firm-asked",
            VerificationState.Refused => "work.firm-refused",
            VerificationState.Waiting => "work.firm-with-expert",
            _ => null,
        };
}

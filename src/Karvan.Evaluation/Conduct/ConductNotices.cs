using Karvan.Platform.Accounts;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Karvan.Texts;

namespace Karvan.Evaluation.Conduct;

/// <summary>What a firm is told of its commercial conduct (R7), so that what is wrong is said in time.</summary>
public static class ConductNotices
{
    /// <summary>With the <c>number</c> of the case and who said so, the <c>source</c>.</summary>
    public static readonly NoticeKind CaseEntered = new("conduct-letter.CaseEntered");

    /// <summary>The case was confirmed for good: it removes the firm from evaluations.</summary>
    public static readonly NoticeKind CaseFinal = new("conduct-letter.CaseFinal");

    public static readonly NoticeKind CaseClosed = new("conduct-letter.CaseClosed");

    /// <summary>With the <c>year</c> and the <c>source</c>.</summary>
    public static readonly NoticeKind Currency = new("conduct-letter.Currency");
}

/// <summary>What is entered of a firm reaches everybody who acts for it.</summary>
public sealed class ConductLetters(KarvanContext db, PostNotice notice)
    : IReact<ViolationCaseEntered>,
        IReact<ViolationCaseEnded>,
        IReact<CurrencyObligationEntered>
{
    public async Task React(ViolationCaseEntered happened, CancellationToken cancellation)
    {
        var of = await Case(happened.Subject.Id, cancellation);
        await Tell(
            of.EnterpriseId,
            ConductNotices.CaseEntered,
            [("number", of.Number), ("source", of.Source)],
            cancellation
        );
    }

    public async Task React(ViolationCaseEnded happened, CancellationToken cancellation)
    {
        var of = await Case(happened.Subject.Id, cancellation);
        await Tell(
            of.EnterpriseId,
            of.State is CaseState.Final ? ConductNotices.CaseFinal : ConductNotices.CaseClosed,
            [("number", of.Number), ("source", of.EndingSource)],
            cancellation
        );
    }

    public async Task React(CurrencyObligationEntered happened, CancellationToken cancellation)
    {
        var of =
            await db.CurrencyObligations.FindAsync([happened.Subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{happened.Subject} is no obligation.");
        foreach (var reader in await db.PeopleOf(of.EnterpriseId, claims: false, cancellation))
        {
            notice.To(
                reader,
                ConductNotices.Currency,
                // A year is no amount: it has no separator.
                ("year", Languages.Of(reader.Language).Year(of.SolarYear)),
                ("source", of.Source),
                ("id", of.EnterpriseId)
            );
        }
    }

    private async Task<ViolationCase> Case(Guid? id, CancellationToken cancellation) =>
        await db.ViolationCases.FindAsync([id], cancellation)
        ?? throw new InvalidOperationException($"{id} is no case.");

    private async Task Tell(
        Guid firm,
        NoticeKind kind,
        (string Name, object? Value)[] said,
        CancellationToken cancellation
    )
    {
        foreach (var reader in await db.PeopleOf(firm, claims: false, cancellation))
        {
            notice.To(reader, kind, [.. said, ("id", firm)]);
        }
    }
}

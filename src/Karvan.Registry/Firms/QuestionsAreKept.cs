using Karvan.Platform.Conversations;
using Karvan.Platform.Recording;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;

namespace Karvan.Registry.Firms;

/// <summary>What experts ask stands beside what they ask about, and so does what was answered.</summary>
public sealed class QuestionsAreKept(Questions questions, DueDays due)
    : IReact<EnterpriseAsked>,
        IReact<EnterpriseEdited>,
        IReact<PromoterAsked>,
        IReact<PromoterApplicationSubmitted>
{
    public async Task React(EnterpriseAsked happened, CancellationToken cancellation) =>
        questions.Ask(
            happened.Subject,
            happened.Firm.Remark!,
            happened.Days is { } days ? await due.In(days, cancellation) : null
        );

    /// <summary>Whoever changed the registration in answer need not say so.</summary>
    public Task React(EnterpriseEdited happened, CancellationToken cancellation) =>
        questions.Answer(happened.Subject, null, null, cancellation);

    public Task React(PromoterAsked happened, CancellationToken cancellation)
    {
        questions.Ask(happened.Subject, happened.Remark!, null);
        return Task.CompletedTask;
    }

    public Task React(PromoterApplicationSubmitted happened, CancellationToken cancellation) =>
        questions.Answer(happened.Subject, happened.Answer, null, cancellation);
}

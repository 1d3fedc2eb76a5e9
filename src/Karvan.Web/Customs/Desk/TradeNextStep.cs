using Karvan.Customs.Authorization;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Desk;

/// <summary>A firm looks at the lines that count for it: what is wrong there is wrong wherever points are made of them.</summary>
internal sealed class TradeNextStep(PageTexts words) : INextSteps
{
    public Task<IReadOnlyList<SuggestedStep>> Find(Actor actor, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SuggestedStep>>(
            actor.ActingFor is { } firm && Decision.AllowsSome(actor, CustomsActs.ObjectToLine)
                ? [new SuggestedStep(words["next.trade"], Links.Trade.Firm(firm))]
                : []
        );
}

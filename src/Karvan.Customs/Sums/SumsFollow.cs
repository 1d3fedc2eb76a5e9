using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;

namespace Karvan.Customs.Sums;

/// <summary>The sums of a province are made anew when what counts changes, or whose it is.</summary>
public sealed class SumsFollow(KarvanContext db, TimeProvider clock)
    : IReact<EnterpriseRegistered>,
        IReact<EnterpriseMoved>,
        IReact<CustomsImportDecided>,
        IReact<CustomsLineAdjusted>
{
    public Task React(EnterpriseRegistered happened, CancellationToken cancellation) =>
        AskAgain(happened.Firm.Province, cancellation);

    public async Task React(EnterpriseMoved happened, CancellationToken cancellation)
    {
        await AskAgain(happened.Before.Province!, cancellation);
        await AskAgain(happened.Firm.Province, cancellation);
    }

    public Task React(CustomsImportDecided happened, CancellationToken cancellation) =>
        Ask(happened.Import.Province, cancellation);

    public Task React(CustomsLineAdjusted happened, CancellationToken cancellation) =>
        Ask(happened.Adjustment.Province, cancellation);

    private Task AskAgain(string province, CancellationToken cancellation) =>
        TradeSums.AskAgain(db, province, clock.GetUtcNow().UtcDateTime, cancellation);

    private Task Ask(string? province, CancellationToken cancellation) =>
        TradeSums.Ask(db, province, clock.GetUtcNow().UtcDateTime, cancellation);
}

using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

/// <summary>Where firms are registered: who keeps accounts keeps those of people who act for firms of their provinces. The registry knows.</summary>
public interface IFirmProvinces
{
    /// <summary>The provinces of these firms, each once.</summary>
    Task<List<string>> ProvincesOf(IReadOnlyList<Guid> firms, CancellationToken cancellation);

    /// <summary>The firms of some provinces, to be asked about inside another query.</summary>
    IQueryable<Guid?> FirmsIn(Provinces provinces);
}

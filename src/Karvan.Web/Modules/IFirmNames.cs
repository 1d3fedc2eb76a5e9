namespace Karvan.Web.Modules;

public sealed record FirmName(Guid Id, string NameFa);

/// <summary>Names of firms, for pages of modules that stand before the registry.</summary>
public interface IFirmNames
{
    /// <summary>In the order of their names; of any firm, whoever asks.</summary>
    Task<IReadOnlyList<FirmName>> Find(
        IReadOnlyCollection<Guid> firms,
        CancellationToken cancellation
    );

    /// <returns>Null where the asker may not see the firm.</returns>
    Task<FirmName?> Seen(Guid firm, CancellationToken cancellation);
}

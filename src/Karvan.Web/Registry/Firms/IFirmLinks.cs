namespace Karvan.Web.Registry.Firms;

/// <param name="Name">As people call what it leads to.</param>
public sealed record FirmLink(string Href, string Name);

/// <param name="TitleKey">The key of the text above the links.</param>
public sealed record FirmLinks(string TitleKey, IReadOnlyList<FirmLink> Links);

/// <summary>What a later module shows on the page of a firm: records of its own that have to do with the firm.</summary>
public interface IFirmLinks
{
    Task<FirmLinks> Find(Guid firm, CancellationToken cancellation);
}

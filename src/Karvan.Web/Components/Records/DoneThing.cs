using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Records;

/// <summary>What somebody has just done, said on the page that comes after it.</summary>
/// <param name="Next">What there is to do next; null where the page itself shows it.</param>
public sealed record DoneThing(Said What, Said? Next, string? NextHref);

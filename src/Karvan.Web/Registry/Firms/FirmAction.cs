using Karvan.Platform.Authorization;

namespace Karvan.Web.Registry.Firms;

/// <summary>A button that a later module puts on the page of a firm, for those who may do the act there.</summary>
/// <param name="TextKey">The key of its text.</param>
public sealed record FirmAction(Act Act, string TextKey, Func<Guid, string> Address);

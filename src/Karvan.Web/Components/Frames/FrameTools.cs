using Karvan.Web.Components.Requests;

namespace Karvan.Web.Components.Frames;

/// <summary>What stands in the corner of every page: who is signed in, for whom, language, light or dark.</summary>
/// <param name="Back">The page on which a choice is made.</param>
public sealed record FrameTools(PageFrame Frame, Preferences Preferences, string Back);

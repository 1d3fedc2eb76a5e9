using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Records;

/// <summary>How far some work is.</summary>
/// <param name="At">What it is doing now.</param>
/// <param name="Looks">Whether the page asks again by itself until the work is over.</param>
public sealed record Progress(Said At, int Percent, bool Looks = true);

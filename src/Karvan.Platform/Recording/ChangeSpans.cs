using System.Diagnostics;

namespace Karvan.Platform.Recording;

/// <summary>Spans of Karvan itself: each change, with the name of what happened.</summary>
public static class ChangeSpans
{
    public const string Name = "Karvan";

    public static readonly ActivitySource Source = new(Name);
}

namespace Karvan.Platform.Files;

/// <summary>How large a file may be.</summary>
/// <param name="Largest">In bytes.</param>
public sealed record FileLimits(long Largest)
{
    public static FileLimits Usual { get; } = new(20L * 1024 * 1024);
}

namespace Karvan.Web.Components.Frames;

/// <summary>Who looks at a page, for whom they act, and where they may go. The layout asks it once a page.</summary>
public interface IPageFrame
{
    ValueTask<PageFrame> OfAsync(HttpContext context);
}

/// <param name="SignedIn">The person's name; null for the public.</param>
/// <param name="Acting">The firm or body they act for, when they act for one.</param>
/// <param name="Others">What else they may act for.</param>
/// <param name="Navigation">Entries this person may open, the current one marked.</param>
public sealed record PageFrame(
    string? SignedIn,
    Acting? Acting,
    IReadOnlyList<Acting> Others,
    IReadOnlyList<NavigationEntry> Navigation
)
{
    /// <summary>Takes <c>to</c> (an <see cref="Frames.Acting.Id"/>) and <c>back</c>, with the anti-forgery token.</summary>
    public const string ActingPath = Links.Account.Acting;

    /// <summary>One's own account.</summary>
    public const string AccountPath = Links.Account.Index;

    public const string SignInPath = Links.Account.SignIn;

    /// <summary>Takes a post with the anti-forgery token.</summary>
    public const string SignOutPath = Links.Account.SignOut;

    public static PageFrame Public { get; } = new(null, null, [], []);
}

/// <param name="Id">What the switch posts back.</param>
/// <param name="Name">As people call it: a firm's or a body's name.</param>
/// <param name="RoleKey">The key of the role's name, under <c>role.</c>.</param>
public sealed record Acting(string Id, string Name, string RoleKey);

/// <param name="TextKey">The key of its text.</param>
/// <param name="Waiting">How many things wait there; shown when there are some.</param>
public sealed record NavigationEntry(
    string TextKey,
    string Href,
    bool Current = false,
    int Waiting = 0
);

/// <summary>A frame for a site where nobody signs in yet.</summary>
internal sealed class EmptyFrame : IPageFrame
{
    public ValueTask<PageFrame> OfAsync(HttpContext context) => new(PageFrame.Public);
}

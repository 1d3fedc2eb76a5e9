using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Frames;

/// <summary>Who looks at a page, for whom they act, and where they may go. The layout asks it once a page.</summary>
public interface IPageFrame
{
    ValueTask<PageFrame> OfAsync(HttpContext context);
}

/// <param name="SignedIn">The person's name; null for the public.</param>
/// <param name="Acting">The firm or body they act for, when they act for one.</param>
/// <param name="Others">What else they may act for.</param>
/// <param name="Navigation">Where this person may go, in groups; those with nothing in them left out.</param>
public sealed record PageFrame(
    string? SignedIn,
    Acting? Acting,
    IReadOnlyList<Acting> Others,
    IReadOnlyList<NavigationSection> Navigation
)
{
    /// <summary>What the person is here: the role, and where; null for whom no role is shown.</summary>
    public Said? Role { get; init; }

    /// <summary>How many notices the person has not seen yet.</summary>
    public int NewNotices { get; init; }

    /// <summary>Takes <c>to</c> (an <see cref="Frames.Acting.Id"/>) and <c>back</c>, with the anti-forgery token.</summary>
    public const string ActingPath = Links.Account.Acting;

    /// <summary>One's own account.</summary>
    public const string AccountPath = Links.Account.Index;

    public const string NoticesPath = Links.Notices.Index;

    public const string SignInPath = Links.Account.SignIn;

    /// <summary>Takes a post with the anti-forgery token.</summary>
    public const string SignOutPath = Links.Account.SignOut;

    /// <summary>Takes <c>words</c>, and shows what somebody may see of what holds them.</summary>
    public const string SearchPath = Links.Search.Index;

    public static PageFrame Public { get; } = new(null, null, [], []);
}

/// <param name="Id">What the switch posts back.</param>
/// <param name="Name">As people call it: a firm's or a body's name.</param>
/// <param name="RoleKey">The key of the role's name, under <c>role.</c>.</param>
public sealed record Acting(string Id, string Name, string RoleKey);

/// <summary>A frame for a site where nobody signs in yet.</summary>
internal sealed class EmptyFrame : IPageFrame
{
    public ValueTask<PageFrame> OfAsync(HttpContext context) => new(PageFrame.Public);
}

using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Web.Authorization;

namespace Karvan.Web.Platform.Pages.Notices;

/// <summary>What somebody was told, the newest first. What is shown here has been seen.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
public sealed class NoticesModel(ReadNotices notices) : KarvanPage
{
    private const int PageSize = 20;

    public IReadOnlyList<Notice> Shown { get; private set; } = [];

    /// <summary>From 1.</summary>
    public int At { get; private set; }

    public int Pages { get; private set; }

    public async Task OnGetAsync(int? at)
    {
        var cancellation = HttpContext.RequestAborted;
        Pages = Math.Max(1, (await notices.Count(Person, cancellation) + PageSize - 1) / PageSize);
        At = Math.Clamp(at ?? 1, 1, Pages);
        Shown = await notices.Of(Person, (At - 1) * PageSize, PageSize, cancellation);
        await notices.Seen(
            Person,
            [.. Shown.Where(n => n.ReadAt is null).Select(n => n.Id)],
            cancellation
        );
    }
}

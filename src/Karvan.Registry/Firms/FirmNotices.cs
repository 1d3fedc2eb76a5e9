using Karvan.Platform.Notices;

namespace Karvan.Registry.Firms;

/// <summary>
/// What those are told who act for a firm, or say so: about its registration with the <c>firm</c> and the expert's
/// <c>remark</c>; about a claim with the <c>number</c> under which the firm is registered and the <c>remark</c>.
/// </summary>
public static class FirmNotices
{
    public static readonly NoticeKind Verified = new("firm-letter.Verified");
    public static readonly NoticeKind Asked = new("firm-letter.Asked");
    public static readonly NoticeKind Refused = new("firm-letter.Refused");

    /// <summary>To those who act for a firm: somebody else says that they do.</summary>
    public static readonly NoticeKind Contested = new("firm-letter.Contested");

    /// <summary>To them, when the claimant takes their place.</summary>
    public static readonly NoticeKind Displaced = new("firm-letter.Displaced");

    public static readonly NoticeKind ClaimAccepted = new("claim-letter.Accepted");
    public static readonly NoticeKind ClaimRefused = new("claim-letter.Refused");
}

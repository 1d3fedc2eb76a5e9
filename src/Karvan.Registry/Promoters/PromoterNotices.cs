using Karvan.Platform.Notices;

namespace Karvan.Registry.Promoters;

/// <summary>What applicants and promoters are told: one kind a decision, with the <c>remark</c> of whoever decided.</summary>
public static class PromoterNotices
{
    public static readonly NoticeKind Asked = new("promoter-letter.Asked");
    public static readonly NoticeKind Approved = new("promoter-letter.Approved");
    public static readonly NoticeKind Refused = new("promoter-letter.Refused");
    public static readonly NoticeKind Suspended = new("promoter-letter.Suspended");
    public static readonly NoticeKind Withdrawn = new("promoter-letter.Withdrawn");
    public static readonly NoticeKind Returned = new("promoter-letter.Returned");
}

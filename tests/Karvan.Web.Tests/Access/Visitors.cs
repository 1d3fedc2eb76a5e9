namespace Karvan.Web.Tests.Access;

/// <summary>Who walks: the accounts of the demo, one for every role, and the public.</summary>
internal static class Visitors
{
    public const string Public = "";

    public static readonly string[] SignedIn =
    [
        "firm",
        "newcomer",
        "promoter",
        "expert",
        "trade-expert",
        "organization",
        "reviewer",
        "secretary",
        "auditor",
        "administrator",
    ];

    public static readonly string[] Everybody = [Public, .. SignedIn];

    /// <summary>The provinces of the two experts, and one that is of neither.</summary>
    public const string Experts = "00";
    public const string TradeExperts = "08";
    public const string Elsewhere = "21";
}

using System.Net;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// What each visitor is answered, written by hand from the roles. Whoever is not named is forbidden, and the public is led
/// to sign in.
/// </summary>
internal sealed class Replies
{
    private readonly Dictionary<string, Reply> named = new(StringComparer.Ordinal);

    private Replies() { }

    /// <summary>It opens to these.</summary>
    public static Replies Opens(params string[] accounts) =>
        new Replies().Also(Reply.Opens, accounts);

    /// <summary>It leads these somewhere else.</summary>
    /// <param name="to">With names of records in braces; a star stands for the id of one that is new.</param>
    public static Replies Leads(string to, params string[] accounts) =>
        new Replies().AlsoLeads(to, accounts);

    /// <summary>It answers these with another status.</summary>
    public static Replies Answers(int status, params string[] accounts) =>
        new Replies().Also(status, accounts);

    /// <summary>These do not see that there is such a record.</summary>
    public Replies Hidden(params string[] accounts) => Also(Reply.Missing, accounts);

    public Replies Also(int status, params string[] accounts) =>
        Also(new Reply((HttpStatusCode)status), accounts);

    public Replies AlsoLeads(string to, params string[] accounts) =>
        Also(Reply.Leads(to), accounts);

    public Reply For(string account) =>
        named.GetValueOrDefault(
            account,
            account == Visitors.Public ? Reply.SignIn : Reply.Forbidden
        );

    /// <summary>Somebody to whom it opens; null where it does to nobody.</summary>
    public string? First => Visitors.Everybody.FirstOrDefault(a => For(a) == Reply.Opens);

    /// <summary>For each of the answers somebody who gets it.</summary>
    public IEnumerable<string> OneOfEach() => Visitors.Everybody.DistinctBy(For);

    private Replies Also(Reply reply, string[] accounts)
    {
        foreach (var account in accounts)
        {
            if (!Visitors.Everybody.Contains(account, StringComparer.Ordinal))
            {
                throw new ArgumentException(
                    $"There is no account '{account}' in the demo.",
                    nameof(accounts)
                );
            }
            if (!named.TryAdd(account, reply))
            {
                throw new ArgumentException($"'{account}' is answered twice.", nameof(accounts));
            }
        }
        return this;
    }
}

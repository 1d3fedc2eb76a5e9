using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Messages about an account, in the language its holder chose.</summary>
internal sealed class AccountLetters(
    TextBook book,
    IHttpContextAccessor http,
    KarvanSettings settings
) : ILetters
{
    private const string Forgot = "/account/forgot";

    public (string Title, string Text) ConfirmEmail(Person person, string token) =>
        Letter(person, "confirm", ("link", Link("/account/confirm", person, token)));

    public (string Title, string Text) AlreadyJoined(Person person) =>
        Letter(person, "joined", ("link", Address(Forgot)));

    public (string Title, string Text) ResetPassword(Person person, string token) =>
        Letter(person, "reset", ("link", Link("/account/reset", person, token)));

    public (string Title, string Text) ChangeEmail(Person person, string email, string token) =>
        Letter(
            person,
            "new-email",
            (
                "link",
                QueryHelpers.AddQueryString(
                    Link("/account/email/confirm", person, token),
                    "email",
                    email
                )
            )
        );

    public (string Title, string Text) EmailChanged(Person person) =>
        Letter(person, "email-changed");

    public (string Title, string Text) LockedOut(Person person) =>
        Letter(person, "locked-out", ("link", Address(Forgot)));

    public (string Title, string Text) SignedIn(Person person, Session session) =>
        Letter(
            person,
            "signed-in",
            ("at", new DateTimeOffset(session.StartedAt, TimeSpan.Zero)),
            ("address", session.Address),
            ("link", Address("/account/sessions"))
        );

    public (string Title, string Text) SecondFactorReset(Person person, string reason) =>
        Letter(person, "factor-reset", ("reason", reason));

    public (string Title, string Text) AccountLocked(Person person, string reason) =>
        Letter(person, "locked", ("reason", reason));

    public (string Title, string Text) AccountUnlocked(Person person, string reason) =>
        Letter(person, "unlocked", ("reason", reason), ("link", Address("/sign-in")));

    public (string Title, string Text) Invitation(
        Invitation invitation,
        string token,
        string language
    )
    {
        var words = new PageTexts(book, Languages.Of(language));
        var offer = invitation.FirmName is { } firm
            ? words["letter.invitation.firm", ("firm", firm)]
            : words[$"role.name.{invitation.Role}"];
        return (
            words["letter.invitation.title"].Bare,
            words[
                "letter.invitation.text",
                ("inviter", invitation.InvitedByName),
                ("offer", offer),
                ("link", QueryHelpers.AddQueryString(Address("/invitation"), "token", token))
            ].Bare
        );
    }

    private (string, string) Letter(
        Person person,
        string kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        var words = new PageTexts(book, Languages.Of(person.Language));
        return (
            words[$"letter.{kind}.title"].Bare,
            words[$"letter.{kind}.text", [("name", person.FullName), .. values]].Bare
        );
    }

    private string Link(string path, Person person, string token) =>
        QueryHelpers.AddQueryString(
            Address(path),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["id"] = person.Id.ToString(),
                ["token"] = token,
            }
        );

    private string Address(string path)
    {
        // Where it is set, nobody can have letters sent with links to a host of their own.
        if (settings.Address is { Length: > 0 } address)
        {
            return address + path;
        }
        var request =
            http.HttpContext?.Request
            ?? throw new InvalidOperationException(
                "Letters with links are written while a page is asked for."
            );
        return $"{request.Scheme}://{request.Host}{request.PathBase}{path}";
    }
}

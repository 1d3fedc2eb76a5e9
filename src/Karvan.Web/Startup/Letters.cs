using Karvan.Core.Accounts;
using Karvan.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Karvan.Web.Startup;

/// <summary>Messages about an account, in the language its holder chose.</summary>
internal sealed class Letters(WordBook book, IHttpContextAccessor http) : ILetters
{
    public (string Title, string Text) ConfirmEmail(Person person, string token) =>
        Letter(person, "confirm", Link("/account/confirm", person, token));

    public (string Title, string Text) AlreadyJoined(Person person) =>
        Letter(person, "joined", Address("/account/forgot"));

    public (string Title, string Text) ResetPassword(Person person, string token) =>
        Letter(person, "reset", Link("/account/reset", person, token));

    private (string, string) Letter(Person person, string kind, string link)
    {
        var words = new PageWords(book, PageLanguages.Of(person.Language));
        return (
            words[$"letter.{kind}.title"].Bare,
            words[$"letter.{kind}.text", ("name", person.FullName), ("link", link)].Bare
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
        var request =
            http.HttpContext?.Request
            ?? throw new InvalidOperationException(
                "Letters with links are written while a page is asked for."
            );
        return $"{request.Scheme}://{request.Host}{request.PathBase}{path}";
    }
}

using Karvan.Platform.People;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Letters;

/// <summary>Messages to applicants and promoters, in the language each chose.</summary>
internal sealed class PromoterLetters(TextBook book, IHttpContextAccessor http) : IPromoterLetters
{
    public (string Title, string Text) About(Person person, PromoterState state, string? remark) =>
        Letter(person, $"{state}", remark);

    public (string Title, string Text) Returned(Person person) => Letter(person, "Returned", null);

    private (string, string) Letter(Person person, string kind, string? remark)
    {
        var words = new PageTexts(book, Languages.Of(person.Language));
        var text = words[$"promoter-letter.{kind}.text", ("name", person.FullName)].Bare;
        if (remark is not null)
        {
            text += "\n\n" + words["promoter-letter.remark", ("remark", remark)].Bare;
        }
        var request =
            http.HttpContext?.Request
            ?? throw new InvalidOperationException(
                "Letters with links are written while a page is asked for."
            );
        var link = $"{request.Scheme}://{request.Host}{request.PathBase}/promoters/apply";
        return (
            words[$"promoter-letter.{kind}.title"].Bare,
            text + "\n\n" + words["promoter-letter.link", ("link", link)].Bare
        );
    }
}

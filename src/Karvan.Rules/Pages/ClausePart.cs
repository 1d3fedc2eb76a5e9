using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Pages;

/// <summary>A clause in words, with the way to where the page says it: its number alone tells a reader nothing.</summary>
internal sealed class ClausePart(Rulebook book, Wording words, Markup html)
{
    public void Write(string clause)
    {
        if (Place(clause) is { } place)
        {
            html.Link(place.Id, clause);
            html.Text(" " + words[place.Title]);
        }
        else if (string.Equals(clause, book.Document.Name, StringComparison.Ordinal))
        {
            html.Text(words["page.document-name", words[book.Document.Title], words.Latin(clause)]);
        }
        else if (Wording.Texts.Has("clause." + clause))
        {
            html.Text(words["clause." + clause]);
        }
        else
        {
            html.Text(words["page.by-clause", words.Latin(clause)]);
        }
    }

    private (string Id, LocalText Title)? Place(string clause)
    {
        bool Is(string id) => string.Equals(id, clause, StringComparison.Ordinal);
        return book.Criteria.FirstOrDefault(c => Is(c.Id)) is { } criterion
                ? (PageLinks.Of(criterion), criterion.Title)
            : book.Gates.FirstOrDefault(g => Is(g.Id)) is { } gate
                ? (PageLinks.Of(gate), gate.Title)
            : book.Groups.FirstOrDefault(g => Is(g.Id)) is { } group
                ? (PageLinks.Of(group), group.Title)
            : book.GateGroups.FirstOrDefault(g => Is(g.Id)) is { } gates
                ? (PageLinks.OfGates(gates), gates.Text)
            : null;
    }
}

using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>What evidence a criterion accepts: what holds for all items, then kind by kind.</summary>
internal sealed class AcceptancePart(Rulebook book, Wording words, Markup html)
{
    private readonly MeasureWords measures = new(book, words);

    public void Write(Criterion criterion)
    {
        if (criterion.Acceptance is not { } acceptance)
        {
            return;
        }
        using var part = html.In("div", "acceptance");
        html.Line("h4", words["page.acceptance"]);
        var common = Demands(acceptance.Demands).ToList();
        if (acceptance.Item.Count > 0)
        {
            common.Add(("page.accept.different", Fields(acceptance.Item)));
        }
        List(common);
        if (acceptance.Kinds.Count == 0)
        {
            return;
        }
        html.Line("p", words["page.accept.kinds", words.Number(acceptance.Kinds.Count)]);
        using var list = html.In("ul");
        foreach (var kind in acceptance.Kinds)
        {
            using var item = html.In("li");
            html.Text(words[kind.Title] + " ");
            html.Line("bdi", kind.Id, "code");
            List([.. Demands(kind.Demands)]);
        }
    }

    private void List(IReadOnlyList<(string Label, string Text)> facts)
    {
        if (facts.Count == 0)
        {
            return;
        }
        using var list = html.In("dl", "facts");
        foreach (var (label, text) in facts)
        {
            html.Line("dt", words[label]);
            html.Line("dd", text);
        }
    }

    private IEnumerable<(string Label, string Text)> Demands(EvidenceDemands demands)
    {
        if (demands.Fields.Count > 0)
        {
            yield return ("page.accept.fields", Fields(demands.Fields));
        }
        if (demands.HeldIn is { } held)
        {
            yield return ("page.accept.date", words["page.accept.held-in", words.Year(held)]);
        }
        foreach (var document in demands.Documents)
        {
            var title = words[document.Title];
            yield return (
                "page.accept.document",
                document.InLanguageOfCountry ? words["page.accept.in-language", title] : title
            );
        }
        if (demands.EndorsedBy is { } endorsement)
        {
            yield return ("page.accept.endorsed", OneOf(endorsement.Bodies));
            if (endorsement.WithoutMission.Count > 0)
            {
                yield return ("page.accept.no-mission", OneOf(endorsement.WithoutMission));
            }
        }
        if (demands.Under.Count > 0)
        {
            yield return ("page.accept.under", OneOf(demands.Under));
        }
        if (demands.Valid is { } valid)
        {
            yield return (
                "page.accept.valid",
                words[
                    valid.ToItsEnd ? "page.accept.to-the-end-of" : "page.accept.some-day-of",
                    words.Year(valid.Year)
                ]
            );
        }
        foreach (var inquiry in demands.Inquiries)
        {
            yield return (
                "page.accept.inquiry",
                words["page.accept.asked", words[book.Bodies[inquiry.Of]], words[inquiry.About]]
            );
        }
        if (demands.Proof is { } proof)
        {
            yield return (
                "page.accept.proof",
                words["page.accept.member", words.Year(proof.MemberOfConsortiumIn)]
            );
        }
    }

    private string Fields(IEnumerable<EvidenceField> fields) =>
        measures.And([.. fields.Select(f => words["page.field." + f])]);

    private string OneOf(IReadOnlyList<string> bodies)
    {
        var names = bodies.Select(b => words[book.Bodies[b]]).ToList();
        return names.Count == 1
            ? names[0]
            : words.List(names.Take(names.Count - 1)) + words["page.or-one"] + names[^1];
    }
}

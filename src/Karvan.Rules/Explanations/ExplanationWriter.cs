using System.Text;
using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>
/// Writes the explanation of one exporter as one line of JSON: who, which rulebook, the facts a person needs to
/// check by hand, and for each criterion state, points, measure and value, the band or items, clause and reading.
/// The bytes depend on the facts alone.
/// </summary>
public sealed class ExplanationWriter
{
    private readonly ScoreSheet sheet;
    private readonly Standings standings;
    private readonly FactsWriter facts;
    private readonly CriterionWriter[] criteria;
    private readonly byte[] rulebook;
    private readonly byte[][] provinces;

    public ExplanationWriter(ScoreSheet sheet, Standings standings)
    {
        (this.sheet, this.standings) = (sheet, standings);
        var book = sheet.Book;
        facts = new FactsWriter(book, sheet.Trade, sheet.Compliance);
        criteria = [.. book.Criteria.Select((_, place) => new CriterionWriter(sheet, place))];
        rulebook = Encoding.UTF8.GetBytes(
            $",\"rulebook\":{{\"id\":\"{book.Id}\",\"year\":{book.Year},\"version\":{book.Version},\"hash\":\"{book.Hash}\"}}"
        );
        provinces =
        [
            .. ReferenceTable.Provinces.Rows.Select(p =>
                Encoding.UTF8.GetBytes($",\"province\":\"{p.Id}\"")
            ),
        ];
    }

    /// <summary>Appends the line of one firm, with its line end.</summary>
    public void Write(int firm, Utf8Text into)
    {
        var exporter = sheet.Roster.Exporters[firm];
        into.Raw("{\"exporter\":\""u8);
        into.Text(exporter.Id);
        into.Raw("\",\"name\":"u8);
        into.JsonString(exporter.Name);
        into.Raw(provinces[ReferenceTable.Provinces.IndexOf(exporter.Province)]);
        into.Raw(",\"product_group\":\""u8);
        into.Text(
            exporter.ProductGroup < 0 ? "" : sheet.Book.ProductGroups[exporter.ProductGroup].Id
        );
        into.Raw("\",\"rank\":"u8);
        if (standings.Ranks[firm] == 0)
        {
            into.Raw("null"u8);
        }
        else
        {
            into.Whole(standings.Ranks[firm]);
        }
        into.Raw(",\"status\":\""u8);
        into.Text(standings.Statuses[firm].Name());
        into.Raw("\",\"total\":"u8);
        into.Hundredths(sheet.TotalOf(firm));
        into.Raw(rulebook);
        facts.Write(firm, into);
        into.Raw(",\"criteria\":["u8);
        foreach (var criterion in criteria)
        {
            criterion.Write(firm, into);
            into.Raw((byte)',');
        }
        into.Shorten(1);
        into.Raw("],\"gates\":["u8);
        var compliance = sheet.Compliance[firm];
        foreach (var gate in sheet.Book.Gates)
        {
            into.Raw("{\"id\":\""u8);
            into.Text(gate.Id);
            into.Raw("\",\"state\":\""u8);
            into.Raw(
                !compliance.Known ? "awaiting"u8
                : GateCheck.Closes(gate, compliance) ? "closed"u8
                : "open"u8
            );
            into.Raw("\"},"u8);
        }
        into.Shorten(sheet.Book.Gates.Count > 0 ? 1 : 0);
        into.Raw("]}\n"u8);
    }
}

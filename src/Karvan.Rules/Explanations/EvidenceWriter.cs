using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>The rows of evidence that counted for one criterion.</summary>
internal sealed class EvidenceWriter(
    Criterion criterion,
    AcceptedEvidence measure,
    Rounding rounding,
    TradeFacts trade
)
{
    /// <summary>How many things counted, and which.</summary>
    public void Write(ReadOnlySpan<EvidenceRow> rows, Utf8Text into)
    {
        into.Raw(",\"value\":"u8);
        into.Whole(CountedRows.Number(rows, measure, trade));
        if (rows.IsEmpty)
        {
            return;
        }
        var best = criterion.Rule is GradedRule or JudgedRule ? Best(rows) : -1;
        into.Raw(",\"items\":["u8);
        var any = false;
        var counted = new CountedRows(rows, measure, trade);
        for (var i = 0; i < rows.Length; i++)
        {
            if (best >= 0 ? i == best : counted.Holds(i))
            {
                Item(rows[i], into);
                any = true;
            }
        }
        into.Shorten(any ? 1 : 0);
        into.Raw((byte)']');
    }

    private int Best(ReadOnlySpan<EvidenceRow> rows)
    {
        var best = -1;
        var points = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            if (
                rows[i].Status is EvidenceStatus.Accepted
                && EvidenceColumn.Points(rows[i], criterion, rounding) is var worth
                && worth > points
            )
            {
                (best, points) = (i, worth);
            }
        }
        return best;
    }

    private void Item(in EvidenceRow row, Utf8Text into)
    {
        into.Raw((byte)'{');
        if (row.Text.Length > 0)
        {
            into.Raw("\"item\":"u8);
            into.JsonString(row.Text);
            into.Raw((byte)',');
        }
        if (row.Country.Length > 0)
        {
            into.Raw("\"country\":\""u8);
            into.Text(row.Country);
            into.Raw("\","u8);
        }
        if (criterion.Rule is GradedRule or JudgedRule)
        {
            into.Raw("\"quantity\":\""u8);
            ExactNumber.Write(row.Quantity, EvidenceRow.One, into);
            into.Raw("\","u8);
        }
        if (criterion.Rule is GradedRule rule)
        {
            into.Raw("\"level\":\""u8);
            into.Text(rule.Levels[row.Level].Id);
            into.Raw("\","u8);
        }
        into.Shorten(into.Written[^1] == (byte)',' ? 1 : 0);
        into.Raw("},"u8);
    }
}

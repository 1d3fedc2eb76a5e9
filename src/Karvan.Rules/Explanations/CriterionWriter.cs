using System.Globalization;
using System.Text;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>One criterion of one exporter: the constant words are made once, the numbers for each firm.</summary>
internal sealed class CriterionWriter
{
    private readonly ScoreSheet sheet;
    private readonly Criterion criterion;
    private readonly int place;
    private readonly byte[] head;
    private readonly byte[] tail;
    private readonly byte[][] states;
    private readonly byte[][] bands;
    private readonly UsdMeasure? money;
    private readonly EvidenceWriter? evidence;
    private readonly Func<int, Int128?>? share;
    private readonly ComparisonWriter? comparison;

    public CriterionWriter(ScoreSheet sheet, int place)
    {
        (this.sheet, this.place) = (sheet, place);
        criterion = sheet.Book.Criteria[place];
        head = Encoding.UTF8.GetBytes($"{{\"id\":\"{criterion.Id}\",\"state\":\"");
        states =
        [
            .. Enum.GetValues<ScoreState>()
                .Select(s => Encoding.UTF8.GetBytes(s.Name() + "\",\"points\":")),
        ];
        tail = Tail(sheet.Book);
        bands = criterion.Rule is BandsRule rule
            ? [.. Enumerable.Range(-1, rule.Bands.Count + 1).Select(i => Band(rule, i))]
            : [];
        money = criterion.Measure is ExportValue or WeightedExports or NetTrade or ValuePerWeight
            ? UsdMeasure.Of(criterion.Measure, sheet.Trade)
            : null;
        evidence = criterion.Measure is AcceptedEvidence measure
            ? new EvidenceWriter(criterion, measure, sheet.Book.Rounding, sheet.Trade)
            : null;
        share = criterion.Rule is SharesRule shares
            ? Shares.Of(shares, criterion.Measure, sheet.Trade)
            : null;
        if (sheet.ComparisonOn(place) is { } compared)
        {
            comparison = new ComparisonWriter(criterion, compared, money);
        }
    }

    /// <summary>Asked for each time, because a decision may put another column in its place.</summary>
    private ScoreColumn Column => sheet.Columns[place];

    /// <summary>The trail of an amount is its band; the trail of a count is the count.</summary>
    private int BandOf(BandsRule rule, int firm) =>
        criterion.Measure switch
        {
            ExportCountries => rule.PlaceOf(Column.Trail[firm]),
            AcceptedEvidence measure => rule.PlaceOf(
                CountedRows.Number(sheet.EvidenceOf(firm, place), measure, sheet.Trade)
            ),
            _ => Column.Trail[firm],
        };

    /// <summary>The share that earns points, of one; cut off like a quotient, and null where there is no value.</summary>
    private void Share(int firm, Utf8Text into)
    {
        if (comparison is not null)
        {
            comparison.Value(firm, into);
            return;
        }
        if (share!(firm) is not { } value)
        {
            into.Raw(",\"value\":null"u8);
            return;
        }
        into.Raw(",\"value\":\""u8);
        ExactNumber.Write(value, ExactNumber.QuotientScale, into);
        into.Raw((byte)'"');
    }

    public void Write(int firm, Utf8Text into)
    {
        into.Raw(head);
        into.Raw(states[(int)Column.States[firm]]);
        into.Hundredths(Column.Points[firm]);
        switch (criterion.Measure)
        {
            case ExportCountries measure:
                into.Raw(",\"value\":"u8);
                into.Whole(Column.Trail[firm]);
                Countries(firm, measure.Test, measure.ProductGroupOnly, measure.Within, into);
                break;
            case MarketShares measure:
                Share(firm, into);
                Countries(firm, measure.Test, measure.ProductGroupOnly, null, into);
                break;
            case AcceptedEvidence:
                evidence!.Write(sheet.EvidenceOf(firm, place), into);
                break;
            case TechnologyShares:
                Share(firm, into);
                break;
            case ValuePerWeight measure when money is not null:
                Quotient(firm, into);
                BestProduct(measure, firm, into);
                break;
            default:
                Amount(firm, into);
                break;
        }
        comparison?.Write(firm, into);
        if (criterion.Rule is BandsRule rule)
        {
            into.Raw(bands[BandOf(rule, firm) + 1]);
        }
        into.Raw(tail);
    }

    private byte[] Tail(Rulebook book)
    {
        var readings = book.ReadingsOf(criterion.Id).ToList();
        var text = new StringBuilder(
            $",\"of\":{criterion.Max},\"measure\":\"{criterion.Measure.Name}\",\"clause\":\"{criterion.Clause}\""
        );
        if (readings.Count > 0)
        {
            text.Append(",\"reading\":\"")
                .AppendJoin("; ", readings.Select(r => r.Id + "=" + r.Choice))
                .Append('"');
        }
        if (readings.Exists(r => r.Decided is null || r.Swapped))
        {
            text.Append(",\"undecided\":true");
        }
        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    private static byte[] Band(BandsRule rule, int index)
    {
        var from = index < 0 ? "null" : $"\"{PlainNumber.Shortest(rule.Bands[index].From)}\"";
        var to =
            index + 1 < rule.Bands.Count
                ? $"\"{PlainNumber.Shortest(rule.Bands[index + 1].From)}\""
                : "null";
        var points = index < 0 ? rule.Below : rule.Bands[index].Points;
        return Encoding.UTF8.GetBytes(
            $",\"band\":{{\"from\":{from},\"to\":{to},\"points\":{points}}}"
        );
    }

    private void Amount(int firm, Utf8Text into)
    {
        if (money is null)
        {
            return;
        }
        into.Raw(",\"value\":\""u8);
        if (ExactNumber.Ends(money.Scale))
        {
            ExactNumber.Write(money.Numerator(firm), money.Scale, into);
        }
        else
        {
            ExactNumber.WriteCut(money.Numerator(firm), money.Scale, into);
        }
        into.Raw((byte)'"');
    }

    /// <summary>Which product it is, with its numbers: no sum of the firm holds them.</summary>
    private void BestProduct(ValuePerWeight measure, int firm, Utf8Text into)
    {
        if (!measure.OfBestProduct)
        {
            return;
        }
        var best = sheet.Trade.BestProduct(measure);
        into.Raw(",\"items\":["u8);
        if (best.Hs6[firm] >= 0)
        {
            into.Raw("{\"item\":\""u8);
            into.Text(best.Hs6[firm].ToString("000000", CultureInfo.InvariantCulture));
            into.Raw("\",\"usd\":\""u8);
            into.Fixed(best.Cents[firm], 2);
            into.Raw("\",\"kg\":\""u8);
            into.Fixed(best.Grams[firm], 3);
            into.Raw("\"}"u8);
        }
        into.Raw((byte)']');
    }

    /// <summary>The quotient is cut off, never rounded up, so that it can't seem to reach a band it does not.</summary>
    private void Quotient(int firm, Utf8Text into)
    {
        var weight = money!.Weight![firm];
        if (weight == 0)
        {
            into.Raw(",\"value\":null"u8);
            return;
        }
        into.Raw(",\"value\":\""u8);
        ExactNumber.WriteCut(money.Numerator(firm), weight, into);
        into.Raw((byte)'"');
    }

    private void Countries(
        int firm,
        CountryTest test,
        bool inGroup,
        CountryList? within,
        Utf8Text into
    )
    {
        into.Raw(",\"items\":["u8);
        var any = false;
        var trade = sheet.Trade;
        for (var row = trade.CountryStart[firm]; row < trade.CountryStart[firm + 1]; row++)
        {
            var code = ReferenceTable.Countries.Rows[trade.Country[row]].Id;
            if (
                test.Holds(inGroup ? trade.YearsInGroup[row] : trade.YearsAll[row])
                && (within is null || within.Countries.Contains(code, StringComparer.Ordinal))
            )
            {
                into.Raw((byte)'"');
                into.Text(code);
                into.Raw("\","u8);
                any = true;
            }
        }
        into.Shorten(any ? 1 : 0);
        into.Raw((byte)']');
    }
}

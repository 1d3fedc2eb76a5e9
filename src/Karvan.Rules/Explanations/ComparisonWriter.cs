using System.Numerics;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>How an exporter stands among those of its province: the best of them, or its place and of how many.</summary>
/// <param name="money">The measure in money, or null.</param>
internal sealed class ComparisonWriter(
    Criterion criterion,
    Comparison comparison,
    UsdMeasure? money
)
{
    /// <summary>What is compared, where no other part of the line says it: shares.</summary>
    public void Value(int firm, Utf8Text into)
    {
        into.Raw(",\"value\":\""u8);
        Number(comparison.ValueOf(firm), into);
        into.Raw((byte)'"');
    }

    public void Write(int firm, Utf8Text into)
    {
        if (criterion.Rule is RankedRule)
        {
            var (place, of) = comparison.PlaceOf(firm);
            into.Raw(",\"among\":"u8);
            into.Whole(of);
            if (comparison.ValueOf(firm).Above > 0)
            {
                into.Raw(",\"place\":"u8);
                into.Whole(place);
            }
            return;
        }
        into.Raw(",\"best\":\""u8);
        Number(comparison.BestFor(firm), into);
        into.Raw((byte)'"');
    }

    /// <summary>Exact where it has an end; otherwise cut off after six decimals, as the firm's own value is.</summary>
    private void Number(Fraction value, Utf8Text into)
    {
        if (money is { Weight: null } && ExactNumber.Ends(money.Scale))
        {
            ExactNumber.Write(value.Above, (long)value.Below, into);
            return;
        }
        var cut = (BigInteger)value.Above * ExactNumber.QuotientScale / (BigInteger)value.Below;
        ExactNumber.Write((Int128)cut, ExactNumber.QuotientScale, into);
    }
}

using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Which gates close on an exporter (R7).</summary>
public static class GateCheck
{
    /// <summary>Whether a gate closes. While nothing is known of a firm, no gate closes: it waits.</summary>
    public static bool Closes(Gate gate, Compliance compliance) =>
        compliance.Known
        && gate.ClosesWhen switch
        {
            GateCondition.SmugglingProven => compliance.SmugglingProven,
            GateCondition.FxObligationNotMet => !compliance.FxObligationMet,
            _ => throw new InvalidOperationException(
                $"No rule for the condition {gate.ClosesWhen}."
            ),
        };

    /// <summary>Whether a gate takes all points away: the total is multiplied by 1 or 0.</summary>
    public static bool Annuls(Rulebook book, Compliance compliance)
    {
        for (var i = 0; i < book.Gates.Count; i++)
        {
            if (book.Gates[i].Phase is GatePhase.Multiply && Closes(book.Gates[i], compliance))
            {
                return true;
            }
        }
        return false;
    }

    /// <returns><see cref="ExporterStatus.Ranked"/> when nothing holds the exporter back.</returns>
    public static ExporterStatus Of(Rulebook book, Compliance compliance)
    {
        var status = compliance.Known ? ExporterStatus.Ranked : ExporterStatus.AwaitingCompliance;
        foreach (var gate in book.Gates)
        {
            if (Closes(gate, compliance))
            {
                if (gate.Phase is GatePhase.Eliminate)
                {
                    return ExporterStatus.Removed;
                }
                status = gate.Phase is GatePhase.FinalFilter ? ExporterStatus.NotEligible : status;
            }
        }
        return status;
    }

    /// <summary>The same for all firms: there are few ways to stand with the gates, and each is judged once.</summary>
    internal static ExporterStatus[] Of(Rulebook book, Compliance[] compliance)
    {
        var statusOf = new ExporterStatus[1 << 3];
        for (var bits = 0; bits < statusOf.Length; bits++)
        {
            statusOf[bits] = Of(
                book,
                new Compliance((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, 0)
            );
        }
        var statuses = new ExporterStatus[compliance.Length];
        for (var firm = 0; firm < statuses.Length; firm++)
        {
            ref readonly var known = ref compliance[firm];
            statuses[firm] = statusOf[
                (known.Known ? 1 : 0)
                    | (known.SmugglingProven ? 2 : 0)
                    | (known.FxObligationMet ? 4 : 0)
            ];
        }
        return statuses;
    }
}

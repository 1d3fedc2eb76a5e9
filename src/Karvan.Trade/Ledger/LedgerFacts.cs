using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Trade.AddingUp;

namespace Karvan.Trade.Ledger;

/// <summary>
/// The facts of a rulebook from ledgers that are kept, by the same sums as from files: a set of neighbouring firms of the
/// roster at a time, so that never all lines are in memory.
/// </summary>
public sealed class LedgerFacts(Rulebook book, FactPlan plan, Roster roster)
{
    private readonly LineSums sums = new(book, plan, roster);

    /// <summary>How many sets there are.</summary>
    public int Sets => LineSums.PartitionCount(roster.Count);

    /// <summary>The rows of the roster that a set holds.</summary>
    public Range FirmsOf(int set)
    {
        var first = set * LineSums.FirmsPerPartition;
        return first..Math.Min(first + LineSums.FirmsPerPartition, roster.Count);
    }

    /// <summary>Adds up one set; each is added once, those without lines too.</summary>
    /// <param name="ledgers">By the firm's row in the roster.</param>
    /// <exception cref="UnusableInputException">A sum passes what 64 bits hold.</exception>
    public void Add(int set, IEnumerable<(int Firm, ExporterLedger Ledger)> ledgers)
    {
        var records = new List<LineRecord>();
        foreach (var (firm, ledger) in ledgers)
        {
            ledger.EachCounted(
                (in PackedLine line) =>
                {
                    var year = plan.Years.IndexOf(SolarCalendar.YearOf(line.Day));
                    if (year >= 0)
                    {
                        records.Add(
                            new LineRecord(
                                firm,
                                line.Import,
                                year,
                                Country(line.Country),
                                PackedLine.Hs6(line.HsCode),
                                line.Cents,
                                line.Grams
                            )
                        );
                    }
                }
            );
        }
        sums.Add(set, [records.ToArray()], []);
    }

    public TradeFacts Finish() => sums.Finish();

    private static byte Country(ushort packed)
    {
        var place = ReferenceTable.Countries.IndexOf(PackedLine.Letters(packed, 2));
        return place >= 0
            ? (byte)place
            : throw new InvalidDataException(
                $"Found the country {PackedLine.Letters(packed, 2)} in a kept line, expected one of the reference table."
            );
    }
}

using System.Text;

namespace Karvan.Trade.Ledger;

/// <summary>
/// The lines of one exporter over the imports of a snapshot: which of them count, once each. Imports are put in in the
/// snapshot's order.
/// </summary>
/// <param name="exporter">10 or 11 digits.</param>
/// <param name="adjustments">Those about lines of this exporter, in the order in which they were made: the last one about a line holds.</param>
/// <param name="crossed">Keys under which another exporter stands in another import of the snapshot.</param>
public sealed class ExporterLedger(
    string exporter,
    IReadOnlyCollection<LineAdjustment> adjustments,
    IReadOnlySet<LineKey>? crossed = null
)
{
    private readonly long packed = PackedLine.PackDigits(exporter);
    private readonly PackedLines lines = new();
    private readonly Dictionary<LineKey, List<LineAdjustment>> decided = adjustments
        .Where(a => !a.Moves)
        .GroupBy(a => a.Key)
        .ToDictionary(g => g.Key, g => g.ToList());
    private readonly SortedSet<int> places = [];

    /// <summary>The imports in which the exporter has lines.</summary>
    public IReadOnlySet<int> Places => places;

    /// <summary>Takes a block; blocks of an import come one after the other.</summary>
    /// <param name="place">Of the import in the snapshot, from 0.</param>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public void Add(int place, ReadOnlySpan<byte> block)
    {
        places.Add(place);
        var from = lines.Count;
        LineBlock.Read(block, packed, lines);
        foreach (ref var line in lines.All[from..])
        {
            line.Place = place;
        }
    }

    /// <summary>
    /// Takes a line that a file has in the other flow or under another exporter, and that was decided to be here. Beside a line
    /// of the same key it is repeated, or in conflict, as beside one of another import.
    /// </summary>
    /// <param name="place">Its own: no import's, nor any other such line's.</param>
    public void Give(int place, LedgerLine line)
    {
        places.Add(place);
        var (start, length) = lines.Text(0, 0, Encoding.UTF8.GetBytes(line.Declaration));
        lines.Add(
            PackedLine.Of(line) with
            {
                Place = place,
                DeclarationStart = start,
                DeclarationLength = length,
                Amount = line.AmountHundredths,
                Currency = line.Currency is { } currency
                    ? PackedLine.PackLetters(Encoding.ASCII.GetBytes(currency))
                    : 0,
            }
        );
    }

    /// <summary>Adds what counts to sums.</summary>
    public void AddTo(TradeCells cells) => EachCounted(cells.Add);

    /// <summary>Adds what counts to sums, and notes what became of every line.</summary>
    public void AddTo(TradeCells cells, LineTally tally)
    {
        if (IsPlain)
        {
            AddTo(cells);
            tally.Add(LineState.Counted, lines.Count);
            return;
        }
        EachKey(
            (group, state, adjustment) =>
            {
                var count = group.End - group.Start;
                var bearers = state is LineState.Conflict ? count : 1;
                tally.Add(state, bearers);
                tally.Add(LineState.Repeated, count - bearers);
                if (state is LineState.Counted)
                {
                    cells.Add(lines.All[group.Start]);
                }
                else if (state is LineState.Corrected)
                {
                    cells.Add(PackedLine.Of(adjustment!.After!));
                }
            }
        );
    }

    /// <summary>Hands over what counts, corrected lines as they were corrected.</summary>
    internal void EachCounted(TakeLine take)
    {
        if (IsPlain)
        {
            foreach (ref readonly var line in lines.All)
            {
                take(line);
            }
            return;
        }
        EachKey(
            (group, state, adjustment) =>
            {
                if (state is LineState.Counted)
                {
                    take(lines.All[group.Start]);
                }
                else if (state is LineState.Corrected)
                {
                    take(PackedLine.Of(adjustment!.After!));
                }
            }
        );
    }

    /// <summary>Every line of every import, with what became of it; in order of their keys.</summary>
    public IReadOnlyList<SnapshotLine> Lines()
    {
        var all = new List<SnapshotLine>();
        EachKey(
            (group, state, adjustment) =>
            {
                // Of a decided key the line that was decided about carries the decision; others say the same or differ.
                var bearer = adjustment is null ? group.Start : Bearer(group, adjustment);
                for (var i = group.Start; i < group.End; i++)
                {
                    var line = Unpack(i);
                    all.Add(
                        i == bearer || state is LineState.Conflict
                            ? new SnapshotLine(
                                state is LineState.Corrected
                                    // Where it stands in this file, whichever file it was decided about.
                                    ? adjustment!.After! with
                                    {
                                        SourceLine = line.SourceLine,
                                    }
                                    : line,
                                lines.All[i].Place,
                                state,
                                adjustment
                            )
                            : new SnapshotLine(line, lines.All[i].Place, LineState.Repeated, null)
                    );
                }
            }
        );
        return all;
    }

    private bool IsPlain =>
        places.Count <= 1 && decided.Count == 0 && crossed is not { Count: > 0 };

    private void EachKey(Action<(int Start, int End), LineState, LineAdjustment?> key)
    {
        lines.SortByKey(0, lines.Count);
        for (var from = 0; from < lines.Count; )
        {
            var to = from + 1;
            var same = true;
            while (to < lines.Count && lines.SameKey(lines.All[from], lines.All[to]))
            {
                same &= lines.All[to].SameContent(lines.All[from]);
                to++;
            }
            var adjustment = Decision(from, to);
            var state = adjustment switch
            {
                { After: null } => LineState.Struck,
                { } => LineState.Corrected,
                null => same && !IsCrossed(from) ? LineState.Counted : LineState.Conflict,
            };
            key((from, to), state, adjustment);
            from = to;
        }
    }

    /// <summary>A decision about one of the lines of a key settles the key, be they in conflict or not.</summary>
    private LineAdjustment? Decision(int from, int to)
    {
        if (decided.Count == 0 || !decided.TryGetValue(LineKey.Of(Unpack(from)), out var made))
        {
            return null;
        }
        for (var m = made.Count - 1; m >= 0; m--)
        {
            if (Bearer((from, to), made[m]) >= 0)
            {
                return made[m];
            }
        }
        return null;
    }

    /// <returns>The first line the decision is about; −1 for none.</returns>
    private int Bearer((int Start, int End) group, LineAdjustment adjustment)
    {
        for (var i = group.Start; i < group.End; i++)
        {
            if (adjustment.IsAbout(Unpack(i)))
            {
                return i;
            }
        }
        return -1;
    }

    private bool IsCrossed(int at) =>
        crossed is { Count: > 0 } && crossed.Contains(LineKey.Of(Unpack(at)));

    private LedgerLine Unpack(int at) => lines.All[at].Unpack(exporter, lines.Texts);
}

/// <summary>Takes a line that counts; its declaration is not to be looked at.</summary>
internal delegate void TakeLine(in PackedLine line);

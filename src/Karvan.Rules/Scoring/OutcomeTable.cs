using System.Runtime.Intrinsics;

namespace Karvan.Rules.Scoring;

/// <summary>What one outcome of a criterion gives.</summary>
/// <param name="Points">Hundredths of a point.</param>
internal readonly record struct KernelOutcome(int Points, ScoreState State, short Trail)
{
    /// <summary>Scored when there are points, else zero.</summary>
    public static KernelOutcome Measured(int points, int trail) =>
        new(points, points > 0 ? ScoreState.Scored : ScoreState.Zero, (short)trail);
}

/// <summary>
/// Points, state and trail by outcome, for criteria with few outcomes. A kernel finds a number of one byte for each
/// firm; this writes the score column. Where the first sixteen outcomes suffice, sixteen firms are looked up at once.
/// </summary>
internal sealed class OutcomeTable
{
    public const int Most = 256;

    private const int Few = 16;

    private readonly int[] points = new int[Most];
    private readonly ScoreState[] states = new ScoreState[Most];
    private readonly short[] trails = new short[Most];

    // The first outcomes again, byte by byte; a trail may be −1 and is held one higher.
    private readonly Vector128<byte> fewPointsLow;
    private readonly Vector128<byte> fewPointsHigh;
    private readonly Vector128<byte> fewStates;
    private readonly Vector128<byte> fewTrails;
    private readonly bool fewFit;

    /// <param name="outcomes">In the order of their numbers, at most <see cref="Most"/>.</param>
    public OutcomeTable(IEnumerable<KernelOutcome> outcomes)
    {
        var number = 0;
        foreach (var outcome in outcomes)
        {
            points[number] = outcome.Points;
            states[number] = outcome.State;
            trails[number++] = outcome.Trail;
        }
        Span<byte> low = stackalloc byte[Few];
        Span<byte> high = stackalloc byte[Few];
        Span<byte> state = stackalloc byte[Few];
        Span<byte> trail = stackalloc byte[Few];
        fewFit = Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian;
        for (var i = 0; i < Few; i++)
        {
            fewFit &= points[i] is >= 0 and <= ushort.MaxValue;
            fewFit &= trails[i] is >= -1 and < byte.MaxValue;
            low[i] = (byte)points[i];
            high[i] = (byte)(points[i] >> 8);
            state[i] = (byte)states[i];
            trail[i] = (byte)(trails[i] + 1);
        }
        fewPointsLow = Vector128.Create<byte>(low);
        fewPointsHigh = Vector128.Create<byte>(high);
        fewStates = Vector128.Create<byte>(state);
        fewTrails = Vector128.Create<byte>(trail);
    }

    /// <param name="numbers">The outcome of each firm from <paramref name="from"/> on.</param>
    public void Write(ReadOnlySpan<byte> numbers, int from, ScoreColumn column)
    {
        var into = new Target(column, from, numbers.Length);
        var i = 0;
        if (fewFit)
        {
            for (; i <= numbers.Length - Few; i += Few)
            {
                var sixteen = Vector128.Create(numbers.Slice(i, Few));
                if (Vector128.GreaterThanAny(sixteen, Vector128.Create((byte)(Few - 1))))
                {
                    WriteEach(numbers, i, i + Few, into);
                    continue;
                }
                var given = into.Points.Slice(i, Few);
                var low = Vector128.ShuffleNative(fewPointsLow, sixteen);
                var high = Vector128.ShuffleNative(fewPointsHigh, sixteen);
                WriteWords(Vector128.WidenLower(low), Vector128.WidenLower(high), given);
                WriteWords(Vector128.WidenUpper(low), Vector128.WidenUpper(high), given[8..]);
                var trail = Vector128.ShuffleNative(fewTrails, sixteen);
                var path = into.Trail.Slice(i, Few);
                (Vector128.WidenLower(trail).AsInt16() - Vector128<short>.One).CopyTo(path);
                (Vector128.WidenUpper(trail).AsInt16() - Vector128<short>.One).CopyTo(path[8..]);
                Vector128.ShuffleNative(fewStates, sixteen).CopyTo(into.States.Slice(i, Few));
            }
        }
        WriteEach(numbers, i, numbers.Length, into);
    }

    private static void WriteWords(Vector128<ushort> low, Vector128<ushort> high, Span<int> given)
    {
        var words = low | (high << 8);
        Vector128.WidenLower(words).AsInt32().CopyTo(given);
        Vector128.WidenUpper(words).AsInt32().CopyTo(given[4..]);
    }

    private void WriteEach(ReadOnlySpan<byte> numbers, int from, int to, Target into)
    {
        for (var i = from; i < to; i++)
        {
            var number = numbers[i];
            into.Points[i] = points[number];
            into.States[i] = (byte)states[number];
            into.Trail[i] = trails[number];
        }
    }

    /// <summary>A run of a score column.</summary>
    private readonly ref struct Target(ScoreColumn column, int from, int count)
    {
        public readonly Span<int> Points = column.Points.AsSpan(from, count);
        public readonly Span<short> Trail = column.Trail.AsSpan(from, count);
        public readonly Span<byte> States = System.Runtime.InteropServices.MemoryMarshal.AsBytes(
            column.States.AsSpan(from, count)
        );
    }
}

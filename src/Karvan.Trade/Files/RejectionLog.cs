namespace Karvan.Trade.Files;

/// <summary>
/// Keeps rejections in the order of files and lines, however the threads come in, and in bounded memory: what is
/// many goes to a temporary file. Written while reading; read once at the end, together with those found later, which
/// come in no order: they are sorted a run at a time, and the runs are merged.
/// </summary>
public sealed class RejectionLog : IDisposable
{
    private const int MostHeld = 1 << 23;
    private const int MostUnsorted = 1 << 16;

    private readonly int mostUnsorted;
    private readonly Lock gate = new();
    private readonly Dictionary<long, List<Rejection>> waiting = [];
    private readonly List<Rejection> unsorted = [];
    private readonly RejectionSpace space;
    private readonly List<RejectionRun> runs = [];
    private long next;

    public RejectionLog()
        : this(MostHeld, MostUnsorted) { }

    /// <param name="mostHeld">Bytes in memory, before a temporary file is used.</param>
    /// <param name="mostUnsorted">Rejections found later that are sorted at a time.</param>
    internal RejectionLog(long mostHeld, int mostUnsorted)
    {
        this.mostUnsorted = mostUnsorted;
        space = new RejectionSpace(mostHeld);
        runs.Add(new RejectionRun(space));
    }

    public long Count { get; private set; }

    /// <summary>Takes the rejections of one chunk; chunks may come in any order, each number once, from 0.</summary>
    public void Complete(long sequence, List<Rejection> rejections)
    {
        lock (gate)
        {
            waiting[sequence] = rejections;
            while (waiting.Remove(next, out var inOrder))
            {
                foreach (var rejection in inOrder)
                {
                    runs[0].Add(rejection);
                }
                Count += inOrder.Count;
                next++;
            }
        }
    }

    /// <summary>Takes a rejection found after reading, such as a conflict.</summary>
    public void Add(Rejection rejection)
    {
        lock (gate)
        {
            unsorted.Add(rejection);
            Count++;
            if (unsorted.Count >= mostUnsorted)
            {
                SortRun();
            }
        }
    }

    /// <summary>All rejections by file and line.</summary>
    public IEnumerable<Rejection> InOrder()
    {
        SortRun();
        // Where two stand at one line, that of the earlier run comes first; the run of reading is the first of all.
        var heads = new PriorityQueue<IEnumerator<Rejection>, (int File, long Line, int Run)>();
        try
        {
            for (var run = 0; run < runs.Count; run++)
            {
                Put(runs[run].Read().GetEnumerator(), run);
            }
            while (heads.TryPeek(out var head, out var place))
            {
                yield return head.Current;
                heads.Dequeue();
                Put(head, place.Run);
            }
        }
        finally
        {
            foreach (var (head, _) in heads.UnorderedItems)
            {
                head.Dispose();
            }
        }

        void Put(IEnumerator<Rejection> head, int run)
        {
            if (head.MoveNext())
            {
                heads.Enqueue(head, (head.Current.File, head.Current.Line, run));
            }
            else
            {
                head.Dispose();
            }
        }
    }

    public void Dispose()
    {
        runs.ForEach(r => r.Dispose());
        space.Dispose();
    }

    private void SortRun()
    {
        if (unsorted.Count == 0)
        {
            return;
        }
        var run = new RejectionRun(space);
        foreach (var rejection in unsorted.OrderBy(r => r.File).ThenBy(r => r.Line))
        {
            run.Add(rejection);
        }
        run.Close();
        runs.Add(run);
        unsorted.Clear();
    }
}

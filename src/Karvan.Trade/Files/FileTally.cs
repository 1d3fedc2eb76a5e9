using Karvan.Trade.Fields;

namespace Karvan.Trade.Files;

/// <summary>What became of the rows of one file. Read = accepted + rejected + duplicates + other-year, always.</summary>
public sealed class FileTally(string file)
{
    private readonly long[] rejected = new long[Faults.Count];

    public string File { get; } = file;
    public long Read { get; set; }
    public long Accepted { get; set; }
    public long Duplicates { get; set; }
    public long OtherYear { get; set; }

    public long Rejected => rejected.Sum();

    public IEnumerable<(Fault Fault, long Count)> RejectedByFault =>
        rejected.Select((count, fault) => ((Fault)fault, count)).Where(r => r.count > 0);

    public long this[Fault fault] => rejected[(int)fault];

    public void Reject(Fault fault) => rejected[(int)fault]++;

    /// <summary>Adds another thread's counts of the same file.</summary>
    public void Add(FileTally other)
    {
        Read += other.Read;
        Accepted += other.Accepted;
        Duplicates += other.Duplicates;
        OtherYear += other.OtherYear;
        for (var i = 0; i < rejected.Length; i++)
        {
            rejected[i] += other.rejected[i];
        }
    }
}

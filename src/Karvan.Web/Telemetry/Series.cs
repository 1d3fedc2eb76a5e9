namespace Karvan.Web.Telemetry;

/// <summary>One line of a family, or the lines of one histogram.</summary>
internal sealed class Series(double[] bounds)
{
    private readonly Lock gate = new();
    private readonly long[] counts = new long[bounds.Length + 1];
    private double sum;

    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
        }
    }

    public void Observe(double value)
    {
        var place = Array.BinarySearch(bounds, value);
        lock (gate)
        {
            // A bound belongs to the bucket it closes.
            counts[place < 0 ? ~place : place]++;
            sum += value;
        }
    }

    /// <returns>The value, or sum, and the counts of each bucket alone; all of one moment.</returns>
    public (double Sum, long[] Counts) Read()
    {
        lock (gate)
        {
            return (sum, [.. counts]);
        }
    }
}

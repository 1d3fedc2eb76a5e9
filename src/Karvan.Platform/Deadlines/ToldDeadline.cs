using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Deadlines;

/// <summary>People were reminded of a deadline once; one that is moved to another day is a new one.</summary>
[NotRecorded]
public sealed class ToldDeadline
{
    private ToldDeadline() { }

    public string Kind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public DateOnly Day { get; private set; }

    /// <summary>Of the days on which it is reminded of, the last that had come.</summary>
    public int DaysBefore { get; private set; }

    public DateTime ToldAt { get; private set; }

    internal static ToldDeadline Of(string kind, Deadline deadline, int daysBefore, DateTime at) =>
        new()
        {
            Kind = kind,
            SubjectId = deadline.SubjectId,
            Day = deadline.Day,
            DaysBefore = daysBefore,
            ToldAt = at,
        };
}

internal static class DeadlineTables
{
    public static void Map(ModelBuilder builder) =>
        builder.Entity<ToldDeadline>(told =>
        {
            told.ToTable("ToldDeadlines");
            told.HasKey(t => new
            {
                t.Kind,
                t.SubjectId,
                t.Day,
                t.DaysBefore,
            });
            told.Property(t => t.Kind).HasMaxLength(Lengths.Code);
        });
}

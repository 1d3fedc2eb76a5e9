using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>Seats and meetings: the secretary's and auditors'.</summary>
internal static class CommitteeTables
{
    private const int ProvinceLength = 2;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<CommitteeSeat>(seat =>
        {
            seat.ToTable("CommitteeSeats");
            seat.Property(s => s.Province).HasMaxLength(ProvinceLength);
            seat.HasIndex(s => s.CampaignId);
            // One seat leads.
            seat.HasIndex(s => new { s.CampaignId, s.Chairs })
                .IsUnique()
                .HasFilter("\"Chairs\" AND \"EndedAt\" IS NULL");
            seat.HasOne<Campaign>().WithMany().HasForeignKey(s => s.CampaignId);
            seat.SeenBy(
                db,
                EvaluationActs.ReadCommittee,
                Body.TradePromotion,
                new() { Province = s => s.Province }
            );
        });
        builder.Entity<CommitteeMeeting>(meeting =>
        {
            meeting.ToTable("CommitteeMeetings");
            meeting.Property(m => m.Province).HasMaxLength(ProvinceLength);
            meeting.Property(m => m.OpenedBy).HasMaxLength(Lengths.Name);
            meeting.Property(m => m.Version).IsConcurrencyToken();
            meeting.Ignore(m => m.IsApproved);
            meeting.HasIndex(m => new { m.CampaignId, m.Number }).IsUnique();
            meeting.HasOne<Campaign>().WithMany().HasForeignKey(m => m.CampaignId);
            meeting.HasOne<CampaignResult>().WithMany().HasForeignKey(m => m.ResultId);
            meeting.HasMany(m => m.Attendance).WithOne().HasForeignKey(a => a.MeetingId);
            meeting.HasMany(m => m.Ties).WithOne().HasForeignKey(t => t.MeetingId);
            meeting.SeenBy(
                db,
                EvaluationActs.ReadCommittee,
                Body.TradePromotion,
                new() { Province = m => m.Province }
            );
        });
        builder.Entity<MeetingAttendance>(attendance =>
        {
            attendance.ToTable("MeetingAttendance");
            attendance.HasIndex(a => new { a.MeetingId, a.SeatId }).IsUnique();
            attendance.HasOne<CommitteeSeat>().WithMany().HasForeignKey(a => a.SeatId);
        });
        builder.Entity<TieDecision>(tie =>
        {
            tie.ToTable("TieDecisions");
            tie.Property(t => t.Province).HasMaxLength(ProvinceLength);
            tie.Property(t => t.ProductGroup).HasMaxLength(Lengths.Code);
            tie.Ignore(t => t.Exporters);
            tie.HasIndex(t => t.MeetingId);
        });
    }
}

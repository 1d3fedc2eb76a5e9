using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Reading;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Records;

/// <summary>
/// Customs files, what was read of them, and what was decided about lines. Blocks of lines have no filter of their own:
/// they are read only through imports and firms that the asker may see.
/// </summary>
internal static class CustomsTables
{
    private const int ProvinceLength = 2;
    private const int ExporterLength = 11;
    private const int HashLength = 64;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        Files(builder, db);
        Imports(builder, db);
        Rows(builder);
        Decisions(builder, db);
        Missing(builder, db);
        Sums(builder);
    }

    private static void Files(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<CustomsFile>(file =>
        {
            file.ToTable("CustomsFiles");
            file.Property(f => f.Name).HasMaxLength(UploadedName.Longest);
            file.Property(f => f.Hash).HasMaxLength(HashLength);
            file.Property(f => f.Province).HasMaxLength(ProvinceLength);
            file.Property(f => f.SentBy).HasMaxLength(Lengths.Name);
            file.HasIndex(f => f.Hash);
            file.HasIndex(f => new { f.SentById, f.State });
            file.SeenBy(
                db,
                CustomsActs.ReadCustoms,
                Body.Shared,
                new() { Province = f => f.Province }
            );
        });
        builder.Entity<CustomsFilePart>(part =>
        {
            part.ToTable("CustomsFileParts");
            part.HasKey(p => new { p.FileId, p.Number });
            part.HasOne<CustomsFile>().WithMany().HasForeignKey(p => p.FileId);
        });
        builder.Entity<CustomsProfile>(profile =>
        {
            profile.ToTable("CustomsProfiles");
            profile.Property(p => p.Province).HasMaxLength(ProvinceLength);
            profile.Property(p => p.SavedBy).HasMaxLength(Lengths.Name);
            profile.Property(p => p.Version).IsConcurrencyToken();
            profile.HasIndex(p => p.Name).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        });
    }

    private static void Imports(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<CustomsImport>(import =>
        {
            import.ToTable("CustomsImports");
            import.Property(i => i.FileName).HasMaxLength(UploadedName.Longest);
            import.Property(i => i.Province).HasMaxLength(ProvinceLength);
            import.Property(i => i.ProfileName).HasMaxLength(Lengths.Name);
            import.Property(i => i.BegunBy).HasMaxLength(Lengths.Name);
            import.Property(i => i.Version).IsConcurrencyToken();
            import.HasIndex(i => i.Number).IsUnique();
            import.HasIndex(i => i.Sequence).IsUnique();
            import.HasIndex(i => new { i.State, i.Province });
            import.HasOne<CustomsFile>().WithMany().HasForeignKey(i => i.FileId);
            import.SeenBy(
                db,
                CustomsActs.ReadCustoms,
                Body.Shared,
                new() { Province = i => i.Province }
            );
        });
        builder.Entity<CustomsSnapshot>(snapshot =>
        {
            snapshot.ToTable("CustomsSnapshots");
            snapshot.Property(s => s.Province).HasMaxLength(ProvinceLength);
            snapshot.Property(s => s.Hash).HasMaxLength(HashLength);
            snapshot.Property(s => s.TakenBy).HasMaxLength(Lengths.Name);
            snapshot.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.SnapshotId);
            snapshot.SeenBy(
                db,
                CustomsActs.ReadCustoms,
                Body.Shared,
                new() { Province = s => s.Province }
            );
        });
        builder.Entity<SnapshotItem>(item =>
        {
            item.ToTable("CustomsSnapshotItems");
            item.HasKey(i => new { i.SnapshotId, i.Place });
            item.HasIndex(i => i.ImportId);
            item.HasIndex(i => i.AdjustmentId);
            item.HasOne<CustomsImport>().WithMany().HasForeignKey(i => i.ImportId);
            item.HasOne<CustomsAdjustment>().WithMany().HasForeignKey(i => i.AdjustmentId);
        });
    }

    private static void Rows(ModelBuilder builder)
    {
        builder.Entity<CustomsBlock>(block =>
        {
            block.ToTable("CustomsBlocks");
            block.HasKey(b => new
            {
                b.ImportId,
                b.Exporter,
                b.Number,
            });
            block.Property(b => b.Exporter).HasMaxLength(ExporterLength);
        });
        builder.Entity<CustomsYear>(year =>
        {
            year.ToTable("CustomsYears");
            year.HasKey(y => new
            {
                y.ImportId,
                y.Exporter,
                y.IsImport,
                y.SolarYear,
            });
            year.Property(y => y.Exporter).HasMaxLength(ExporterLength);
        });
        builder.Entity<CustomsCrossing>(crossing =>
        {
            crossing.ToTable("CustomsCrossings");
            crossing.HasKey(c => new
            {
                c.ImportId,
                c.Exporter,
                c.IsImport,
                c.Declaration,
                c.LineNumber,
                c.OtherImportId,
                c.OtherExporter,
            });
            crossing.Property(c => c.Exporter).HasMaxLength(ExporterLength);
            crossing.Property(c => c.OtherExporter).HasMaxLength(ExporterLength);
            crossing.HasIndex(c => c.Exporter);
            crossing.HasIndex(c => c.OtherImportId);
        });
        builder.Entity<CustomsRejection>(rejection =>
        {
            rejection.ToTable("CustomsRejections");
            rejection.HasKey(r => new { r.ImportId, r.Number });
        });
        builder.Entity<CustomsDifference>(difference =>
        {
            difference.ToTable("CustomsDifferences");
            difference.HasKey(d => new
            {
                d.ImportId,
                d.Exporter,
                d.IsImport,
                d.SolarYear,
            });
            difference.Property(d => d.Exporter).HasMaxLength(ExporterLength);
            difference.HasIndex(d => new { d.ImportId, d.Size });
        });
    }

    private static void Decisions(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<CustomsAdjustment>(adjustment =>
        {
            adjustment.ToTable("CustomsAdjustments");
            adjustment.Property(a => a.Exporter).HasMaxLength(ExporterLength);
            adjustment.Property(a => a.Province).HasMaxLength(ProvinceLength);
            adjustment.Property(a => a.MadeBy).HasMaxLength(Lengths.Name);
            adjustment.Property(a => a.Version).IsConcurrencyToken();
            adjustment.HasIndex(a => a.Sequence).IsUnique();
            adjustment.HasIndex(a => a.Exporter);
            adjustment.HasIndex(a => a.EnterpriseId);
            adjustment.HasOne<Enterprise>().WithMany().HasForeignKey(a => a.EnterpriseId);
            adjustment.HasOne<LineObjection>().WithMany().HasForeignKey(a => a.ObjectionId);
            adjustment.SeenBy(
                db,
                CustomsActs.ReadTrade,
                Body.Shared,
                new() { Province = a => a.Province, Firm = a => a.EnterpriseId }
            );
        });
        builder.Entity<LineObjection>(objection =>
        {
            objection.ToTable("LineObjections");
            objection.Property(c => c.Exporter).HasMaxLength(ExporterLength);
            objection.Property(c => c.Province).HasMaxLength(ProvinceLength);
            objection.Property(c => c.AskedBy).HasMaxLength(Lengths.Name);
            objection.Property(c => c.DecidedBy).HasMaxLength(Lengths.Name);
            objection.Property(c => c.Version).IsConcurrencyToken();
            objection.HasIndex(c => c.EnterpriseId);
            objection.HasIndex(c => new { c.State, c.Province });
            // One open objection to a line.
            objection
                .HasIndex(c => new
                {
                    c.Exporter,
                    c.IsImport,
                    c.Declaration,
                    c.LineNumber,
                })
                .IsUnique()
                .HasFilter("\"State\" = 'Open'");
            objection.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
            objection.HasOne<CustomsImport>().WithMany().HasForeignKey(c => c.ImportId);
            objection.SeenBy(
                db,
                CustomsActs.ReadTrade,
                Body.Shared,
                new() { Province = c => c.Province, Firm = c => c.EnterpriseId }
            );
        });
    }

    private static void Missing(ModelBuilder builder, KarvanContext db) =>
        builder.Entity<MissingDeclaration>(missing =>
        {
            missing.ToTable("MissingDeclarations");
            missing.Property(m => m.Province).HasMaxLength(ProvinceLength);
            missing.Property(m => m.AskedBy).HasMaxLength(Lengths.Name);
            missing.Property(m => m.DecidedBy).HasMaxLength(Lengths.Name);
            missing.Property(m => m.Version).IsConcurrencyToken();
            missing.HasIndex(m => new { m.State, m.Province });
            // One open report of a declaration.
            missing
                .HasIndex(m => new
                {
                    m.EnterpriseId,
                    m.IsImport,
                    m.Declaration,
                })
                .IsUnique()
                .HasFilter("\"State\" = 'Open'");
            missing.HasOne<Enterprise>().WithMany().HasForeignKey(m => m.EnterpriseId);
            missing.SeenBy(
                db,
                CustomsActs.ReadTrade,
                Body.Shared,
                new() { Province = m => m.Province, Firm = m => m.EnterpriseId }
            );
        });

    private static void Sums(ModelBuilder builder)
    {
        builder.Entity<TradeSum>(sum =>
        {
            sum.ToTable("TradeSums");
            sum.HasKey(s => new
            {
                s.Province,
                s.Generation,
                s.Kind,
                s.IsImport,
                s.SolarYear,
                s.Code,
            });
            sum.Property(s => s.Province).HasMaxLength(ProvinceLength);
            sum.Property(s => s.Code).HasMaxLength(Lengths.Code);
        });
        builder.Entity<TradeSumState>(state =>
        {
            state.ToTable("TradeSumStates");
            state.HasKey(s => s.Province);
            state.Property(s => s.Province).HasMaxLength(ProvinceLength);
        });
    }
}

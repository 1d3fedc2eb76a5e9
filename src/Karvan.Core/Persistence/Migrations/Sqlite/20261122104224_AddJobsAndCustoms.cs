using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karvan.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddJobsAndCustoms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CustomsBlocks",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsBlocks", x => new { x.ImportId, x.Exporter, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CustomsCrossings",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    IsImport = table.Column<bool>(type: "INTEGER", nullable: false),
                    Declaration = table.Column<string>(type: "TEXT", nullable: false),
                    LineNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherExporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsCrossings", x => new { x.ImportId, x.Exporter, x.IsImport, x.Declaration, x.LineNumber, x.OtherImportId, x.OtherExporter });
                });

            migrationBuilder.CreateTable(
                name: "CustomsDifferences",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    IsImport = table.Column<bool>(type: "INTEGER", nullable: false),
                    SolarYear = table.Column<int>(type: "INTEGER", nullable: false),
                    BeforeCents = table.Column<long>(type: "INTEGER", nullable: false),
                    AfterCents = table.Column<long>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsDifferences", x => new { x.ImportId, x.Exporter, x.IsImport, x.SolarYear });
                });

            migrationBuilder.CreateTable(
                name: "CustomsFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CustomsProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CustomsRejections",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsRejections", x => new { x.ImportId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CustomsSnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FlaggedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsSnapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CustomsYears",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    IsImport = table.Column<bool>(type: "INTEGER", nullable: false),
                    SolarYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    ValueCents = table.Column<long>(type: "INTEGER", nullable: false),
                    WeightGrams = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsYears", x => new { x.ImportId, x.Exporter, x.IsImport, x.SolarYear });
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsHeavy = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Argument = table.Column<string>(type: "TEXT", nullable: true),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RunAfter = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fence = table.Column<int>(type: "INTEGER", nullable: false),
                    LeasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Checkpoint = table.Column<string>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TradeSumStates",
                columns: table => new
                {
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Made = table.Column<int>(type: "INTEGER", nullable: false),
                    Firms = table.Column<long>(type: "INTEGER", nullable: false),
                    Exporters = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradeSumStates", x => x.Province);
                });

            migrationBuilder.CreateTable(
                name: "TradeSums",
                columns: table => new
                {
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsImport = table.Column<bool>(type: "INTEGER", nullable: false),
                    SolarYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Lines = table.Column<long>(type: "INTEGER", nullable: false),
                    ValueCents = table.Column<long>(type: "INTEGER", nullable: false),
                    WeightGrams = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradeSums", x => new { x.Province, x.Generation, x.Kind, x.IsImport, x.SolarYear, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "CustomsFileParts",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPacked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsFileParts", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_CustomsFileParts_CustomsFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "CustomsFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomsImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: true),
                    ProfileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BegunBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: true),
                    CommittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    LinesRead = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Duplicates = table.Column<long>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomsImports_CustomsFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "CustomsFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomsContests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    IsImport = table.Column<bool>(type: "INTEGER", nullable: false),
                    Declaration = table.Column<string>(type: "TEXT", nullable: false),
                    LineNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsContests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomsContests_CustomsImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "CustomsImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CustomsContests_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomsAdjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Exporter = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    IsImport = table.Column<bool>(type: "INTEGER", nullable: false),
                    Declaration = table.Column<string>(type: "TEXT", nullable: false),
                    LineNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsAdjustments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomsAdjustments_CustomsContests_ContestId",
                        column: x => x.ContestId,
                        principalTable: "CustomsContests",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CustomsAdjustments_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomsSnapshotItems",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AdjustmentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomsSnapshotItems", x => new { x.SnapshotId, x.Place });
                    table.ForeignKey(
                        name: "FK_CustomsSnapshotItems_CustomsAdjustments_AdjustmentId",
                        column: x => x.AdjustmentId,
                        principalTable: "CustomsAdjustments",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CustomsSnapshotItems_CustomsImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "CustomsImports",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CustomsSnapshotItems_CustomsSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "CustomsSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Turn",
                columns: new[] { "Key", "Taken" },
                values: new object[] { "CustomsImport", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_CustomsAdjustments_ContestId",
                table: "CustomsAdjustments",
                column: "ContestId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsAdjustments_EnterpriseId",
                table: "CustomsAdjustments",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsAdjustments_Exporter",
                table: "CustomsAdjustments",
                column: "Exporter");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsAdjustments_Sequence",
                table: "CustomsAdjustments",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomsContests_EnterpriseId",
                table: "CustomsContests",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsContests_Exporter_IsImport_Declaration_LineNumber",
                table: "CustomsContests",
                columns: new[] { "Exporter", "IsImport", "Declaration", "LineNumber" },
                unique: true,
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsContests_ImportId",
                table: "CustomsContests",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsContests_State_Province",
                table: "CustomsContests",
                columns: new[] { "State", "Province" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomsCrossings_Exporter",
                table: "CustomsCrossings",
                column: "Exporter");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsCrossings_OtherImportId",
                table: "CustomsCrossings",
                column: "OtherImportId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsDifferences_ImportId_Size",
                table: "CustomsDifferences",
                columns: new[] { "ImportId", "Size" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomsFiles_Hash",
                table: "CustomsFiles",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsFiles_SentById_State",
                table: "CustomsFiles",
                columns: new[] { "SentById", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomsImports_FileId",
                table: "CustomsImports",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsImports_Number",
                table: "CustomsImports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomsImports_Sequence",
                table: "CustomsImports",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomsImports_State_Province",
                table: "CustomsImports",
                columns: new[] { "State", "Province" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomsProfiles_Name",
                table: "CustomsProfiles",
                column: "Name",
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsSnapshotItems_AdjustmentId",
                table: "CustomsSnapshotItems",
                column: "AdjustmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomsSnapshotItems_ImportId",
                table: "CustomsSnapshotItems",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_RunAfter",
                table: "Jobs",
                columns: new[] { "State", "RunAfter" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_SubjectId_Kind",
                table: "Jobs",
                columns: new[] { "SubjectId", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CustomsBlocks");

            migrationBuilder.DropTable(
                name: "CustomsCrossings");

            migrationBuilder.DropTable(
                name: "CustomsDifferences");

            migrationBuilder.DropTable(
                name: "CustomsFileParts");

            migrationBuilder.DropTable(
                name: "CustomsProfiles");

            migrationBuilder.DropTable(
                name: "CustomsRejections");

            migrationBuilder.DropTable(
                name: "CustomsSnapshotItems");

            migrationBuilder.DropTable(
                name: "CustomsYears");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "TradeSumStates");

            migrationBuilder.DropTable(
                name: "TradeSums");

            migrationBuilder.DropTable(
                name: "CustomsAdjustments");

            migrationBuilder.DropTable(
                name: "CustomsSnapshots");

            migrationBuilder.DropTable(
                name: "CustomsContests");

            migrationBuilder.DropTable(
                name: "CustomsImports");

            migrationBuilder.DropTable(
                name: "CustomsFiles");

            migrationBuilder.DeleteData(
                table: "Turn",
                keyColumn: "Key",
                keyValue: "CustomsImport");
        }
    }
}

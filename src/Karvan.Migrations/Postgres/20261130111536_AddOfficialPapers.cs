using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karvan.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddOfficialPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Letterheads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Body = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Province = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Issuer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    NameFa = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AboveFa = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AboveEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddressFa = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AddressEn = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Numbering = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Pattern = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FirstNumber = table.Column<int>(type: "integer", nullable: false),
                    SignatoriesFa = table.Column<string>(type: "text", nullable: false),
                    SignatoriesEn = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letterheads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficialPapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Province = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Issuer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "uuid", nullable: true),
                    AboutKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchKey = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    NumberKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SignedCopyId = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnFor = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DraftedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficialPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficialPapers_Attachments_SignedCopyId",
                        column: x => x.SignedCopyId,
                        principalTable: "Attachments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letterheads_Issuer_From",
                table: "Letterheads",
                columns: new[] { "Issuer", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficialPapers_AboutKind_AboutId",
                table: "OfficialPapers",
                columns: new[] { "AboutKind", "AboutId" });

            migrationBuilder.CreateIndex(
                name: "IX_OfficialPapers_EnterpriseId",
                table: "OfficialPapers",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficialPapers_Issuer_Year_NumberKey",
                table: "OfficialPapers",
                columns: new[] { "Issuer", "Year", "NumberKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficialPapers_Issuer_Year_Ordinal",
                table: "OfficialPapers",
                columns: new[] { "Issuer", "Year", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficialPapers_SignedCopyId",
                table: "OfficialPapers",
                column: "SignedCopyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Letterheads");

            migrationBuilder.DropTable(
                name: "OfficialPapers");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karvan.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NameFa = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Province = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    RulebookId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RulebookYear = table.Column<int>(type: "integer", nullable: false),
                    RulebookVersion = table.Column<int>(type: "integer", nullable: false),
                    RulebookHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Within = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Review = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FilingOpens = table.Column<DateOnly>(type: "date", nullable: true),
                    FilingEnds = table.Column<DateOnly>(type: "date", nullable: true),
                    FilingGrace = table.Column<int>(type: "integer", nullable: false),
                    AnswersEnd = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewEnds = table.Column<DateOnly>(type: "date", nullable: true),
                    CommitteeMeets = table.Column<DateOnly>(type: "date", nullable: true),
                    EmbargoEnds = table.Column<DateOnly>(type: "date", nullable: true),
                    ObjectionsEnd = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SearchKey = table.Column<string>(type: "text", nullable: false),
                    SortKey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CampaignPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Province = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Winners = table.Column<int>(type: "integer", nullable: false),
                    Reserve = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignPlaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignPlaces_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlaces_CampaignId_Province",
                table: "CampaignPlaces",
                columns: new[] { "CampaignId", "Province" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_SortKey",
                table: "Campaigns",
                column: "SortKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CampaignPlaces");

            migrationBuilder.DropTable(
                name: "Campaigns");
        }
    }
}

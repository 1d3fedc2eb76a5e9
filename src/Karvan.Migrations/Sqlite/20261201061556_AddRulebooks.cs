using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karvan.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddRulebooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RulebookDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulebookId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleFa = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Beside = table.Column<string>(type: "TEXT", nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FromHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DrafterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrafterName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RulebookDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RulebookDrafts_People_DrafterId",
                        column: x => x.DrafterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublishedRulebooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulebookId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleFa = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Beside = table.Column<string>(type: "TEXT", nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BeforeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrafterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrafterName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ApproverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApproverName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedRulebooks", x => x.Id);
                    table.CheckConstraint("CK_PublishedRulebooks_TwoPeople", "\"DrafterId\" <> \"ApproverId\"");
                    table.ForeignKey(
                        name: "FK_PublishedRulebooks_People_ApproverId",
                        column: x => x.ApproverId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublishedRulebooks_People_DrafterId",
                        column: x => x.DrafterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublishedRulebooks_RulebookDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "RulebookDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedRulebooks_ApproverId",
                table: "PublishedRulebooks",
                column: "ApproverId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedRulebooks_DraftId",
                table: "PublishedRulebooks",
                column: "DraftId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedRulebooks_DrafterId",
                table: "PublishedRulebooks",
                column: "DrafterId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedRulebooks_Hash",
                table: "PublishedRulebooks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedRulebooks_RulebookId_Year_Number",
                table: "PublishedRulebooks",
                columns: new[] { "RulebookId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RulebookDrafts_BegunAt",
                table: "RulebookDrafts",
                column: "BegunAt");

            migrationBuilder.CreateIndex(
                name: "IX_RulebookDrafts_DrafterId",
                table: "RulebookDrafts",
                column: "DrafterId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PublishedRulebooks");

            migrationBuilder.DropTable(
                name: "RulebookDrafts");
        }
    }
}

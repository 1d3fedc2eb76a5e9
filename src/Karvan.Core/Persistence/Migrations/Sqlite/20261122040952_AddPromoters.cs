using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karvan.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddPromoters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Promoters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NameFa = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Serves = table.Column<string>(type: "TEXT", nullable: false),
                    TradeYears = table.Column<int>(type: "INTEGER", nullable: true),
                    TradeExperience = table.Column<string>(type: "TEXT", nullable: true),
                    FieldCommand = table.Column<string>(type: "TEXT", nullable: true),
                    Leadership = table.Column<string>(type: "TEXT", nullable: true),
                    EducationField = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Degree = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Education = table.Column<string>(type: "TEXT", nullable: true),
                    English = table.Column<string>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PublishesPhone = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublishesEmail = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConsentedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: true),
                    HeldByOrganization = table.Column<bool>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchKey = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Promoters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Promoters_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromoterCourse",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PromoterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromoterCourse", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromoterCourse_Promoters_PromoterId",
                        column: x => x.PromoterId,
                        principalTable: "Promoters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromoterField",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PromoterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Chapter = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromoterField", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromoterField_Promoters_PromoterId",
                        column: x => x.PromoterId,
                        principalTable: "Promoters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromoterInterview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PromoterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterviewerName = table.Column<string>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Overall = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromoterInterview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromoterInterview_Promoters_PromoterId",
                        column: x => x.PromoterId,
                        principalTable: "Promoters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromoterLanguage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PromoterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromoterLanguage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromoterLanguage_Promoters_PromoterId",
                        column: x => x.PromoterId,
                        principalTable: "Promoters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterviewFinding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Judgement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewFinding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewFinding_PromoterInterview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "PromoterInterview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InterviewFinding_InterviewId",
                table: "InterviewFinding",
                column: "InterviewId");

            migrationBuilder.CreateIndex(
                name: "IX_PromoterCourse_PromoterId",
                table: "PromoterCourse",
                column: "PromoterId");

            migrationBuilder.CreateIndex(
                name: "IX_PromoterField_Chapter",
                table: "PromoterField",
                column: "Chapter");

            migrationBuilder.CreateIndex(
                name: "IX_PromoterField_PromoterId",
                table: "PromoterField",
                column: "PromoterId");

            migrationBuilder.CreateIndex(
                name: "IX_PromoterInterview_PromoterId",
                table: "PromoterInterview",
                column: "PromoterId");

            migrationBuilder.CreateIndex(
                name: "IX_PromoterLanguage_Code",
                table: "PromoterLanguage",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_PromoterLanguage_PromoterId",
                table: "PromoterLanguage",
                column: "PromoterId");

            migrationBuilder.CreateIndex(
                name: "IX_Promoters_PersonId",
                table: "Promoters",
                column: "PersonId",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Promoters_SortKey",
                table: "Promoters",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Promoters_State_Province_SubmittedAt",
                table: "Promoters",
                columns: new[] { "State", "Province", "SubmittedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InterviewFinding");

            migrationBuilder.DropTable(
                name: "PromoterCourse");

            migrationBuilder.DropTable(
                name: "PromoterField");

            migrationBuilder.DropTable(
                name: "PromoterLanguage");

            migrationBuilder.DropTable(
                name: "PromoterInterview");

            migrationBuilder.DropTable(
                name: "Promoters");
        }
    }
}

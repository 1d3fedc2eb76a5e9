using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karvan.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AskedLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsAsked",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsAsked",
                table: "Outbox");
        }
    }
}

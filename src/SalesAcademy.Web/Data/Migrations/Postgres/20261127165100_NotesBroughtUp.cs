using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NotesBroughtUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "author_told_at",
                table: "coaching_notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "reminded_at",
                table: "coaching_notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "coaching_digests",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_digests", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "coaching_focus",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_focus", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "unanswered_notes",
                table: "coaching_notes",
                column: "at",
                filter: "acknowledged_at IS NULL AND author_told_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "open_focus",
                table: "coaching_focus",
                column: "person",
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_digests");

            migrationBuilder.DropTable(
                name: "coaching_focus");

            migrationBuilder.DropIndex(
                name: "unanswered_notes",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "author_told_at",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "coaching_notes");
        }
    }
}

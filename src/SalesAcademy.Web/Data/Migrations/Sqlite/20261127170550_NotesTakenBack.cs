using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NotesTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "unanswered_notes",
                table: "coaching_notes");

            migrationBuilder.AddColumn<DateTime>(
                name: "withdrawn_at",
                table: "coaching_notes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "coaching_snippets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_snippets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "unanswered_notes",
                table: "coaching_notes",
                column: "at",
                filter: "acknowledged_at IS NULL AND author_told_at IS NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_snippets_person",
                table: "coaching_snippets",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_snippets");

            migrationBuilder.DropIndex(
                name: "unanswered_notes",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "coaching_notes");

            migrationBuilder.CreateIndex(
                name: "unanswered_notes",
                table: "coaching_notes",
                column: "at",
                filter: "acknowledged_at IS NULL AND author_told_at IS NULL");
        }
    }
}

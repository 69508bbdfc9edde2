using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoteReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "readers",
                table: "coaching_notes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "thread",
                table: "coaching_notes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "coaching_note_readings",
                columns: table => new
                {
                    thread = table.Column<Guid>(type: "TEXT", nullable: false),
                    reader = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_note_readings", x => new { x.thread, x.reader, x.day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_notes_thread",
                table: "coaching_notes",
                column: "thread");

            migrationBuilder.CreateIndex(
                name: "readable_threads",
                table: "coaching_notes",
                column: "at",
                filter: "reply_to IS NULL AND readers <> 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_note_readings");

            migrationBuilder.DropIndex(
                name: "IX_coaching_notes_thread",
                table: "coaching_notes");

            migrationBuilder.DropIndex(
                name: "readable_threads",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "readers",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "thread",
                table: "coaching_notes");
        }
    }
}

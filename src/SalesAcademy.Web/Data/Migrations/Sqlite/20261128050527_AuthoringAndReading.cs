using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuthoringAndReading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "distrusted_at",
                table: "certificate_keys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    began_from = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reviewer = table.Column<Guid>(type: "TEXT", nullable: true),
                    wish = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions_seen",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editions_seen", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "lesson_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    lesson = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    known = table.Column<string>(type: "TEXT", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lesson_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson_changes_read",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_check = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lesson_changes_read", x => new { x.person, x.change });
                });

            migrationBuilder.CreateTable(
                name: "reading_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    lesson = table.Column<string>(type: "TEXT", nullable: false),
                    block = table.Column<string>(type: "TEXT", nullable: true),
                    quote = table.Column<string>(type: "TEXT", nullable: true),
                    prefix = table.Column<string>(type: "TEXT", nullable: true),
                    suffix = table.Column<string>(type: "TEXT", nullable: true),
                    locale = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading_marks", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "open_drafts",
                table: "content_drafts",
                column: "path",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_lesson_changes_course_lesson_on",
                table: "lesson_changes",
                columns: new[] { "course", "lesson", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lesson_changes_read_change",
                table: "lesson_changes_read",
                column: "change");

            migrationBuilder.CreateIndex(
                name: "IX_reading_marks_person_course_lesson",
                table: "reading_marks",
                columns: new[] { "person", "course", "lesson" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_drafts");

            migrationBuilder.DropTable(
                name: "editions_seen");

            migrationBuilder.DropTable(
                name: "lesson_changes");

            migrationBuilder.DropTable(
                name: "lesson_changes_read");

            migrationBuilder.DropTable(
                name: "reading_marks");

            migrationBuilder.DropColumn(
                name: "distrusted_at",
                table: "certificate_keys");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    began_from = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reviewer = table.Column<Guid>(type: "uuid", nullable: true),
                    wish = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions_seen",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editions_seen", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "lesson_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course = table.Column<string>(type: "text", nullable: false),
                    lesson = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    known = table.Column<string>(type: "text", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lesson_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson_changes_read",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_check = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lesson_changes_read", x => new { x.person, x.change });
                });

            migrationBuilder.CreateTable(
                name: "reading_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    course = table.Column<string>(type: "text", nullable: false),
                    lesson = table.Column<string>(type: "text", nullable: false),
                    block = table.Column<string>(type: "text", nullable: true),
                    quote = table.Column<string>(type: "text", nullable: true),
                    prefix = table.Column<string>(type: "text", nullable: true),
                    suffix = table.Column<string>(type: "text", nullable: true),
                    locale = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Grading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "grades",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    grader = table.Column<Guid>(type: "uuid", nullable: false),
                    levels = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    comment = table.Column<Guid>(type: "uuid", nullable: true),
                    graded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grades", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recordings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recordings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "awaited_gradings",
                table: "attempts",
                column: "finished_at",
                filter: "finished_at IS NOT NULL AND score IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_grades_attempt_position",
                table: "grades",
                columns: new[] { "attempt", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_grades_grader_graded_at",
                table: "grades",
                columns: new[] { "grader", "graded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_grades_person",
                table: "grades",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_recordings_attempt_position",
                table: "recordings",
                columns: new[] { "attempt", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_recordings_person",
                table: "recordings",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "grades");

            migrationBuilder.DropTable(
                name: "recordings");

            migrationBuilder.DropIndex(
                name: "awaited_gradings",
                table: "attempts");
        }
    }
}

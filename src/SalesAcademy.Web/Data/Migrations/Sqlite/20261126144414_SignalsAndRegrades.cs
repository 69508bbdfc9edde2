using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignalsAndRegrades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attempt_signals",
                columns: table => new
                {
                    attempt = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attempt_signals", x => new { x.attempt, x.number });
                });

            migrationBuilder.CreateTable(
                name: "regraded_marks",
                columns: table => new
                {
                    attempt = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    regrade = table.Column<Guid>(type: "TEXT", nullable: false),
                    before = table.Column<double>(type: "REAL", nullable: false),
                    after = table.Column<double>(type: "REAL", nullable: false),
                    result_before = table.Column<double>(type: "REAL", nullable: false),
                    result_after = table.Column<double>(type: "REAL", nullable: false),
                    passed_before = table.Column<bool>(type: "INTEGER", nullable: false),
                    passed_after = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regraded_marks", x => new { x.attempt, x.position, x.number });
                });

            migrationBuilder.CreateTable(
                name: "regrades",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    quiz = table.Column<string>(type: "TEXT", nullable: false),
                    family = table.Column<string>(type: "TEXT", nullable: false),
                    variant = table.Column<string>(type: "TEXT", nullable: false),
                    from_edition = table.Column<string>(type: "TEXT", nullable: false),
                    to_edition = table.Column<string>(type: "TEXT", nullable: true),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    may_fall = table.Column<bool>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<Guid>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    risen = table.Column<int>(type: "INTEGER", nullable: false),
                    fallen = table.Column<int>(type: "INTEGER", nullable: false),
                    newly_passed = table.Column<int>(type: "INTEGER", nullable: false),
                    no_longer_passed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regrades", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_regraded_marks_regrade",
                table: "regraded_marks",
                column: "regrade");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attempt_signals");

            migrationBuilder.DropTable(
                name: "regraded_marks");

            migrationBuilder.DropTable(
                name: "regrades");
        }
    }
}

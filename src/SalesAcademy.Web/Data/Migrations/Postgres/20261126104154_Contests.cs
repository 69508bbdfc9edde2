using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Contests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "attempt",
                table: "family_answers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "attempt",
                table: "evidence_answers",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    reason = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<Guid>(type: "uuid", nullable: true),
                    score_after = table.Column<double>(type: "double precision", nullable: true),
                    result_before = table.Column<double>(type: "double precision", nullable: true),
                    result_after = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contests_attempt_position",
                table: "contests",
                columns: new[] { "attempt", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contests_person",
                table: "contests",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contests");

            migrationBuilder.DropColumn(
                name: "attempt",
                table: "family_answers");

            migrationBuilder.DropColumn(
                name: "attempt",
                table: "evidence_answers");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BulkIssues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "corrected_by",
                table: "certificates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "correction_reason",
                table: "certificates",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulk_issue_people",
                columns: table => new
                {
                    bulk_issue = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    certificate = table.Column<Guid>(type: "uuid", nullable: true),
                    waiver = table.Column<Guid>(type: "uuid", nullable: true),
                    refusal = table.Column<string>(type: "text", nullable: true),
                    figure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_issue_people", x => new { x.bulk_issue, x.person });
                });

            migrationBuilder.CreateTable(
                name: "bulk_issues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    certification = table.Column<string>(type: "text", nullable: false),
                    waives = table.Column<string>(type: "text", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<Guid>(type: "uuid", nullable: true),
                    ordered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    stopped_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_issues", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bulk_issue_people_person",
                table: "bulk_issue_people",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_bulk_issues_finished_at",
                table: "bulk_issues",
                column: "finished_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulk_issue_people");

            migrationBuilder.DropTable(
                name: "bulk_issues");

            migrationBuilder.DropColumn(
                name: "corrected_by",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "correction_reason",
                table: "certificates");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Denials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lead_denials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<Guid>(type: "TEXT", nullable: false),
                    raised_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    escalated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ruling = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_denials", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_denials_decided_at_due_on",
                table: "lead_denials",
                columns: new[] { "decided_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_denials_decision_person",
                table: "lead_denials",
                columns: new[] { "decision", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lead_denials_person_lead",
                table: "lead_denials",
                columns: new[] { "person", "lead" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_denials");
        }
    }
}

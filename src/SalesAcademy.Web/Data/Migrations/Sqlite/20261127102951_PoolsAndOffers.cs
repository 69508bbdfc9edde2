using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PoolsAndOffers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "lead_ownerships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "sum",
                table: "lead_ownerships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "explored",
                table: "lead_decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "lead_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead = table.Column<Guid>(type: "TEXT", nullable: false),
                    of = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    sum = table.Column<decimal>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    discount = table.Column<decimal>(type: "TEXT", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    escalated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    replaced_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ruling = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_reviews", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_reviews_decided_at_due_on",
                table: "lead_reviews",
                columns: new[] { "decided_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_reviews_lead_of_version",
                table: "lead_reviews",
                columns: new[] { "lead", "of", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_reviews");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "lead_ownerships");

            migrationBuilder.DropColumn(
                name: "sum",
                table: "lead_ownerships");

            migrationBuilder.DropColumn(
                name: "explored",
                table: "lead_decisions");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "sum",
                table: "lead_ownerships",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "explored",
                table: "lead_decisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "lead_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: false),
                    of = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    sum = table.Column<decimal>(type: "numeric", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    discount = table.Column<decimal>(type: "numeric", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    escalated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    replaced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ruling = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<Guid>(type: "uuid", nullable: true)
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

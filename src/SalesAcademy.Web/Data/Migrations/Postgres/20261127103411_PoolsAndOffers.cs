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
            migrationBuilder.DropPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats");

            migrationBuilder.AddColumn<string>(
                name: "pools",
                table: "policy_activations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pools_hash",
                table: "policy_activations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "decision",
                table: "lead_seats",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

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

            migrationBuilder.AddColumn<string>(
                name: "cell",
                table: "lead_decisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "explored",
                table: "lead_decisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats",
                column: "person");

            migrationBuilder.CreateTable(
                name: "lead_batch_lines",
                columns: table => new
                {
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<Guid>(type: "uuid", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    given = table.Column<Guid>(type: "uuid", nullable: true),
                    refused = table.Column<string>(type: "text", nullable: true),
                    rule = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_batch_lines", x => new { x.batch, x.number });
                });

            migrationBuilder.CreateTable(
                name: "lead_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    to = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<Guid>(type: "uuid", nullable: true),
                    leads = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lead_locks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: false),
                    with = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_locks", x => x.id);
                });

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
                name: "IX_lead_seats_decision",
                table: "lead_seats",
                column: "decision");

            migrationBuilder.CreateIndex(
                name: "IX_lead_batch_lines_batch_lead",
                table: "lead_batch_lines",
                columns: new[] { "batch", "lead" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lead_batches_ended_at",
                table: "lead_batches",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_lead_locks_with",
                table: "lead_locks",
                column: "with");

            migrationBuilder.CreateIndex(
                name: "one_lock",
                table: "lead_locks",
                column: "lead",
                unique: true,
                filter: "ended_at IS NULL");

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
                name: "lead_batch_lines");

            migrationBuilder.DropTable(
                name: "lead_batches");

            migrationBuilder.DropTable(
                name: "lead_locks");

            migrationBuilder.DropTable(
                name: "lead_reviews");

            migrationBuilder.DropPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats");

            migrationBuilder.DropIndex(
                name: "IX_lead_seats_decision",
                table: "lead_seats");

            migrationBuilder.DropColumn(
                name: "pools",
                table: "policy_activations");

            migrationBuilder.DropColumn(
                name: "pools_hash",
                table: "policy_activations");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "lead_seats");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "lead_ownerships");

            migrationBuilder.DropColumn(
                name: "sum",
                table: "lead_ownerships");

            migrationBuilder.DropColumn(
                name: "cell",
                table: "lead_decisions");

            migrationBuilder.DropColumn(
                name: "explored",
                table: "lead_decisions");

            migrationBuilder.AddPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats",
                columns: new[] { "cell", "person" });
        }
    }
}

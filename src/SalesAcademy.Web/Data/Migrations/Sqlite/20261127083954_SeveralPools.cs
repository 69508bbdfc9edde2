using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SeveralPools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "pools",
                table: "policy_activations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pools_hash",
                table: "policy_activations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lead_batch_lines",
                columns: table => new
                {
                    batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    lead = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    given = table.Column<Guid>(type: "TEXT", nullable: true),
                    refused = table.Column<string>(type: "TEXT", nullable: true),
                    rule = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_batch_lines", x => new { x.batch, x.number });
                });

            migrationBuilder.CreateTable(
                name: "lead_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<Guid>(type: "TEXT", nullable: true),
                    leads = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lead_locks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lead = table.Column<Guid>(type: "TEXT", nullable: false),
                    with = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<Guid>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    end_reason = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_locks", x => x.id);
                });

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

            migrationBuilder.DropColumn(
                name: "pools",
                table: "policy_activations");

            migrationBuilder.DropColumn(
                name: "pools_hash",
                table: "policy_activations");
        }
    }
}

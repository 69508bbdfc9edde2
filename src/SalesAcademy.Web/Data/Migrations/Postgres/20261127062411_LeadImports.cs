using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LeadImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lead_import_rows",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_import_rows", x => new { x.import, x.number });
                });

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lead_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    duplicate = table.Column<Guid>(type: "uuid", nullable: false),
                    into = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "text", nullable: false),
                    filled = table.Column<string>(type: "text", nullable: false),
                    currency_before = table.Column<string>(type: "text", nullable: true),
                    import = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    end_sequence = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_merges", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_leads_duplicate_of",
                table: "leads",
                column: "duplicate_of");

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_ended_at",
                table: "lead_imports",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_lead_merges_import_number",
                table: "lead_merges",
                columns: new[] { "import", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_merges_into_sequence",
                table: "lead_merges",
                columns: new[] { "into", "sequence" });

            migrationBuilder.CreateIndex(
                name: "one_survivor",
                table: "lead_merges",
                column: "duplicate",
                unique: true,
                filter: "end_sequence IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_import_rows");

            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.DropTable(
                name: "lead_merges");

            migrationBuilder.DropIndex(
                name: "IX_leads_duplicate_of",
                table: "leads");
        }
    }
}

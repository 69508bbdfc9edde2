using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Policies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "policy_activations",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<Guid>(type: "uuid", nullable: true),
                    readiness_version = table.Column<int>(type: "integer", nullable: false),
                    readiness_hash = table.Column<string>(type: "text", nullable: false),
                    readiness = table.Column<string>(type: "text", nullable: false),
                    leads_version = table.Column<int>(type: "integer", nullable: false),
                    leads_hash = table.Column<string>(type: "text", nullable: false),
                    leads = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    foretold = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_activations", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_policy_activations_id",
                table: "policy_activations",
                column: "id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "policy_activations");
        }
    }
}

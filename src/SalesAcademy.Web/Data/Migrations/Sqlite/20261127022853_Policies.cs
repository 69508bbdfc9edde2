using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
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
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<Guid>(type: "TEXT", nullable: true),
                    readiness_version = table.Column<int>(type: "INTEGER", nullable: false),
                    readiness_hash = table.Column<string>(type: "TEXT", nullable: false),
                    readiness = table.Column<string>(type: "TEXT", nullable: false),
                    leads_version = table.Column<int>(type: "INTEGER", nullable: false),
                    leads_hash = table.Column<string>(type: "TEXT", nullable: false),
                    leads = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    foretold = table.Column<string>(type: "TEXT", nullable: true)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepSignedSummaries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coaching_session_editions",
                columns: table => new
                {
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    went_well = table.Column<string>(type: "text", nullable: false),
                    to_try = table.Column<string>(type: "text", nullable: false),
                    replaced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_session_editions", x => new { x.session, x.edition });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_session_editions");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SeatsOfCells : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats");

            migrationBuilder.AddColumn<long>(
                name: "decision",
                table: "lead_seats",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "cell",
                table: "lead_decisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_lead_seats_decision",
                table: "lead_seats",
                column: "decision");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats");

            migrationBuilder.DropIndex(
                name: "IX_lead_seats_decision",
                table: "lead_seats");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "lead_seats");

            migrationBuilder.DropColumn(
                name: "cell",
                table: "lead_decisions");

            migrationBuilder.AddPrimaryKey(
                name: "PK_lead_seats",
                table: "lead_seats",
                columns: new[] { "cell", "person" });
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CustomerKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_leads_email",
                table: "leads");

            migrationBuilder.AddColumn<string>(
                name: "customer",
                table: "leads",
                type: "text",
                nullable: false,
                defaultValue: "");

            // Every lead of before has an address, in lower case.
            migrationBuilder.Sql("UPDATE leads SET customer = email");

            migrationBuilder.CreateIndex(
                name: "IX_leads_customer",
                table: "leads",
                column: "customer");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_leads_customer",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "customer",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "IX_leads_email",
                table: "leads",
                column: "email");
        }
    }
}

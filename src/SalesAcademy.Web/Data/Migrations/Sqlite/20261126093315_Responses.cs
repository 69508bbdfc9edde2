using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Responses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "choice",
                table: "drill_questions",
                newName: "response");

            migrationBuilder.RenameColumn(
                name: "choice",
                table: "attempt_answers",
                newName: "response");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "response",
                table: "drill_questions",
                newName: "choice");

            migrationBuilder.RenameColumn(
                name: "response",
                table: "attempt_answers",
                newName: "choice");
        }
    }
}

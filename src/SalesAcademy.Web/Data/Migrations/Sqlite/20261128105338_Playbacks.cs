using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Playbacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "playbacks",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    lesson = table.Column<string>(type: "TEXT", nullable: false),
                    recording = table.Column<string>(type: "TEXT", nullable: false),
                    edition = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<double>(type: "REAL", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_playbacks", x => new { x.person, x.course, x.lesson, x.recording });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "playbacks");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NoteAnchors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "attempt",
                table: "coaching_notes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "lead",
                table: "coaching_notes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "question",
                table: "coaching_notes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "second",
                table: "coaching_notes",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "attempt",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "lead",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "question",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "second",
                table: "coaching_notes");
        }
    }
}

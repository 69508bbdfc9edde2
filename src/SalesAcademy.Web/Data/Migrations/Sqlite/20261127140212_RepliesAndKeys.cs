using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RepliesAndKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "helped_at",
                table: "coaching_notes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "reply_to",
                table: "coaching_notes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "certificate_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    x = table.Column<string>(type: "TEXT", nullable: false),
                    y = table.Column<string>(type: "TEXT", nullable: false),
                    hidden = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certificate_keys", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_notes_reply_to",
                table: "coaching_notes",
                column: "reply_to");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certificate_keys");

            migrationBuilder.DropIndex(
                name: "IX_coaching_notes_reply_to",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "helped_at",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "coaching_notes");
        }
    }
}

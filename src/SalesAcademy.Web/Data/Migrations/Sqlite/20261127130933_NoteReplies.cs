using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoteReplies : Migration
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

            migrationBuilder.CreateIndex(
                name: "IX_coaching_notes_reply_to",
                table: "coaching_notes",
                column: "reply_to");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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

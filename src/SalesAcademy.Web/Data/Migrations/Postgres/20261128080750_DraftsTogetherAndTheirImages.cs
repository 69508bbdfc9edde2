using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DraftsTogetherAndTheirImages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "together",
                table: "content_drafts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_draft_images",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_draft_images", x => x.id);
                    table.ForeignKey(
                        name: "FK_content_draft_images_content_drafts_draft",
                        column: x => x.draft,
                        principalTable: "content_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_drafts_together",
                table: "content_drafts",
                column: "together");

            migrationBuilder.CreateIndex(
                name: "IX_content_draft_images_draft_path",
                table: "content_draft_images",
                columns: new[] { "draft", "path" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_draft_images");

            migrationBuilder.DropIndex(
                name: "IX_content_drafts_together",
                table: "content_drafts");

            migrationBuilder.DropColumn(
                name: "together",
                table: "content_drafts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LifeReadersAndNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "waived_at",
                table: "path_steps",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "readers",
                table: "coaching_notes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "thread",
                table: "coaching_notes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "holder_erased_on",
                table: "certificates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "renewal_closes",
                table: "certificates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "renewal_opens",
                table: "certificates",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "coaching_note_readings",
                columns: table => new
                {
                    thread = table.Column<Guid>(type: "uuid", nullable: false),
                    reader = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_note_readings", x => new { x.thread, x.reader, x.day });
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    called_off_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    called_off_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "external_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    is_accepted = table.Column<bool>(type: "boolean", nullable: false),
                    instead_of = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waivers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    thing = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waivers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "external_certificate_files",
                columns: table => new
                {
                    external = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_certificate_files", x => x.external);
                    table.ForeignKey(
                        name: "FK_external_certificate_files_external_certificates_external",
                        column: x => x.external,
                        principalTable: "external_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_leads_number",
                table: "leads",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_notes_thread",
                table: "coaching_notes",
                column: "thread");

            migrationBuilder.CreateIndex(
                name: "readable_threads",
                table: "coaching_notes",
                column: "at",
                filter: "reply_to IS NULL AND readers <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_erasures_person",
                table: "erasures",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_external_certificates_decided_at",
                table: "external_certificates",
                column: "decided_at");

            migrationBuilder.CreateIndex(
                name: "IX_external_certificates_person",
                table: "external_certificates",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_waivers_person",
                table: "waivers",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_note_readings");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "external_certificate_files");

            migrationBuilder.DropTable(
                name: "waivers");

            migrationBuilder.DropTable(
                name: "external_certificates");

            migrationBuilder.DropIndex(
                name: "IX_leads_number",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "IX_coaching_notes_thread",
                table: "coaching_notes");

            migrationBuilder.DropIndex(
                name: "readable_threads",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "waived_at",
                table: "path_steps");

            migrationBuilder.DropColumn(
                name: "number",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "readers",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "thread",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "holder_erased_on",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "renewal_closes",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "renewal_opens",
                table: "certificates");
        }
    }
}

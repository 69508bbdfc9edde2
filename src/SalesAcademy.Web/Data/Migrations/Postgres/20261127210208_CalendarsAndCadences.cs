using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CalendarsAndCadences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "moved_at",
                table: "coaching_sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_addresses",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_addresses", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "coaching_cadences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coach = table.Column<Guid>(type: "uuid", nullable: false),
                    with = table.Column<Guid>(type: "uuid", nullable: false),
                    is_team = table.Column<bool>(type: "boolean", nullable: false),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    weeks = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    agenda = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_cadences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coaching_occurrences",
                columns: table => new
                {
                    cadence = table.Column<Guid>(type: "uuid", nullable: false),
                    seller = table.Column<Guid>(type: "uuid", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    session = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_occurrences", x => new { x.cadence, x.seller, x.due });
                });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_addresses_hash",
                table: "calendar_addresses",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "one_cadence",
                table: "coaching_cadences",
                columns: new[] { "coach", "with" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_occurrences_seller",
                table: "coaching_occurrences",
                column: "seller");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_occurrences_session",
                table: "coaching_occurrences",
                column: "session");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_addresses");

            migrationBuilder.DropTable(
                name: "coaching_cadences");

            migrationBuilder.DropTable(
                name: "coaching_occurrences");

            migrationBuilder.DropColumn(
                name: "moved_at",
                table: "coaching_sessions");
        }
    }
}

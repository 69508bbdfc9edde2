using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesAcademy.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CoachingDeskAndAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_leads_email",
                table: "leads");

            migrationBuilder.AddColumn<Guid>(
                name: "session",
                table: "scorecards",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer",
                table: "leads",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "attempt",
                table: "coaching_notes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "author_told_at",
                table: "coaching_notes",
                type: "timestamp with time zone",
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

            migrationBuilder.AddColumn<DateTime>(
                name: "reminded_at",
                table: "coaching_notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "second",
                table: "coaching_notes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "withdrawn_at",
                table: "coaching_notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "action_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    seller = table.Column<Guid>(type: "uuid", nullable: false),
                    coach = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_items", x => x.id);
                });

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
                name: "certification_reminders",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    certification = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_reminders", x => new { x.person, x.certification, x.day });
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
                name: "coaching_digests",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_digests", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "coaching_focus",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_focus", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "coaching_session_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    rater = table.Column<Guid>(type: "uuid", nullable: false),
                    second = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_session_comments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coaching_session_marks",
                columns: table => new
                {
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    rater = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_session_marks", x => new { x.session, x.rater, x.criterion });
                });

            migrationBuilder.CreateTable(
                name: "coaching_session_raters",
                columns: table => new
                {
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    handed_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_session_raters", x => new { x.session, x.person });
                });

            migrationBuilder.CreateTable(
                name: "coaching_session_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_session_signatures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coaching_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    seller = table.Column<Guid>(type: "uuid", nullable: false),
                    coach = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    call = table.Column<string>(type: "text", nullable: true),
                    call_from = table.Column<int>(type: "integer", nullable: true),
                    call_until = table.Column<int>(type: "integer", nullable: true),
                    rubric = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<string>(type: "text", nullable: true),
                    agenda = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    planned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    moved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    called_off_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    called_off_reason = table.Column<Guid>(type: "uuid", nullable: true),
                    reopened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reopen_reason = table.Column<Guid>(type: "uuid", nullable: true),
                    went_well = table.Column<string>(type: "text", nullable: false),
                    to_try = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coaching_snippets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_snippets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_scorecards_session_rater",
                table: "scorecards",
                columns: new[] { "session", "rater" },
                unique: true);

            // Every lead of before has an address, in lower case.
            migrationBuilder.Sql("UPDATE leads SET customer = email");

            migrationBuilder.CreateIndex(
                name: "IX_leads_customer",
                table: "leads",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "IX_events_actor_sequence",
                table: "events",
                columns: new[] { "actor", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_events_local_date_sequence",
                table: "events",
                columns: new[] { "local_date", "sequence" });

            migrationBuilder.CreateIndex(
                name: "unanswered_notes",
                table: "coaching_notes",
                column: "at",
                filter: "acknowledged_at IS NULL AND author_told_at IS NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_action_items_owner_state_due_on",
                table: "action_items",
                columns: new[] { "owner", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_action_items_seller_coach",
                table: "action_items",
                columns: new[] { "seller", "coach" });

            migrationBuilder.CreateIndex(
                name: "IX_action_items_session",
                table: "action_items",
                column: "session");

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
                name: "open_focus",
                table: "coaching_focus",
                column: "person",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_occurrences_seller",
                table: "coaching_occurrences",
                column: "seller");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_occurrences_session",
                table: "coaching_occurrences",
                column: "session");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_session_comments_session",
                table: "coaching_session_comments",
                column: "session");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_session_raters_person",
                table: "coaching_session_raters",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_session_signatures_session",
                table: "coaching_session_signatures",
                column: "session");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_sessions_coach_starts_at",
                table: "coaching_sessions",
                columns: new[] { "coach", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_sessions_seller_starts_at",
                table: "coaching_sessions",
                columns: new[] { "seller", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_snippets_person",
                table: "coaching_snippets",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_items");

            migrationBuilder.DropTable(
                name: "calendar_addresses");

            migrationBuilder.DropTable(
                name: "certification_reminders");

            migrationBuilder.DropTable(
                name: "coaching_cadences");

            migrationBuilder.DropTable(
                name: "coaching_digests");

            migrationBuilder.DropTable(
                name: "coaching_focus");

            migrationBuilder.DropTable(
                name: "coaching_occurrences");

            migrationBuilder.DropTable(
                name: "coaching_session_comments");

            migrationBuilder.DropTable(
                name: "coaching_session_marks");

            migrationBuilder.DropTable(
                name: "coaching_session_raters");

            migrationBuilder.DropTable(
                name: "coaching_session_signatures");

            migrationBuilder.DropTable(
                name: "coaching_sessions");

            migrationBuilder.DropTable(
                name: "coaching_snippets");

            migrationBuilder.DropIndex(
                name: "IX_scorecards_session_rater",
                table: "scorecards");

            migrationBuilder.DropIndex(
                name: "IX_leads_customer",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "IX_events_actor_sequence",
                table: "events");

            migrationBuilder.DropIndex(
                name: "IX_events_local_date_sequence",
                table: "events");

            migrationBuilder.DropIndex(
                name: "unanswered_notes",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "session",
                table: "scorecards");

            migrationBuilder.DropColumn(
                name: "customer",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "attempt",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "author_told_at",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "lead",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "question",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "second",
                table: "coaching_notes");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "coaching_notes");

            migrationBuilder.CreateIndex(
                name: "IX_leads_email",
                table: "leads",
                column: "email");
        }
    }
}

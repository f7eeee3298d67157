using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EditorsDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_bulk_change",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    value_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    list = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    expires_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    begun_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    alive_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bulk_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_listing",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    words = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    saved_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    author = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    owner_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_listing", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_listing_topic",
                columns: table => new
                {
                    term_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_listing_topic", x => new { x.term_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "content_sheet",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sheet = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    matching = table.Column<string>(type: "text", nullable: true),
                    kept_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    begun_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    alive_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    worked = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_sheet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recognition_celebration",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    recipient_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    recipient_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    recipient_unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sender_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    sender_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    learning = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    shown_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_approved = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_celebration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recognition_kept_off",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    since_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_kept_off", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "content_bulk_item",
                columns: table => new
                {
                    bulk_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bulk_item", x => new { x.bulk_id, x.number });
                    table.ForeignKey(
                        name: "FK_content_bulk_item_content_bulk_change_bulk_id",
                        column: x => x.bulk_id,
                        principalTable: "content_bulk_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_sheet_file",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_sheet_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_content_sheet_file_content_sheet_id",
                        column: x => x.id,
                        principalTable: "content_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_sheet_row",
                columns: table => new
                {
                    sheet_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_done = table.Column<bool>(type: "boolean", nullable: false),
                    item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    version_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    details = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_sheet_row", x => new { x.sheet_id, x.number });
                    table.ForeignKey(
                        name: "FK_content_sheet_row_content_sheet_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "content_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recognition_applause",
                columns: table => new
                {
                    celebration_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_applause", x => new { x.celebration_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_recognition_applause_recognition_celebration_celebration_id",
                        column: x => x.celebration_id,
                        principalTable: "recognition_celebration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recognition_report",
                columns: table => new
                {
                    celebration_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reported_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_settled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_report", x => new { x.celebration_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_recognition_report_recognition_celebration_celebration_id",
                        column: x => x.celebration_id,
                        principalTable: "recognition_celebration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_bulk_change_expires_utc",
                table: "content_bulk_change",
                column: "expires_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_bulk_item_bulk_id_outcome_number",
                table: "content_bulk_item",
                columns: new[] { "bulk_id", "outcome", "number" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_author",
                table: "content_listing",
                columns: new[] { "author", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_owner",
                table: "content_listing",
                columns: new[] { "owner_id", "state", "content_type", "review_by" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_review",
                table: "content_listing",
                columns: new[] { "review_by", "content_item_id", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_saved",
                table: "content_listing",
                columns: new[] { "saved_utc", "content_item_id", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_title",
                table: "content_listing",
                columns: new[] { "words", "content_item_id", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_type",
                table: "content_listing",
                columns: new[] { "content_type", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_content_listing_topic_content_item_id",
                table: "content_listing_topic",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_sheet_kept_utc",
                table: "content_sheet",
                column: "kept_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_sheet_person_id_content_type_kept_utc",
                table: "content_sheet",
                columns: new[] { "person_id", "content_type", "kept_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_sheet_row_sheet_id_outcome_number",
                table: "content_sheet_row",
                columns: new[] { "sheet_id", "outcome", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_recognition_celebration_recipient_id",
                table: "recognition_celebration",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "IX_recognition_celebration_sender_id_sent_utc",
                table: "recognition_celebration",
                columns: new[] { "sender_id", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_recognition_celebration_state_shown_utc",
                table: "recognition_celebration",
                columns: new[] { "state", "shown_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_bulk_item");

            migrationBuilder.DropTable(
                name: "content_listing");

            migrationBuilder.DropTable(
                name: "content_listing_topic");

            migrationBuilder.DropTable(
                name: "content_sheet_file");

            migrationBuilder.DropTable(
                name: "content_sheet_row");

            migrationBuilder.DropTable(
                name: "recognition_applause");

            migrationBuilder.DropTable(
                name: "recognition_kept_off");

            migrationBuilder.DropTable(
                name: "recognition_report");

            migrationBuilder.DropTable(
                name: "content_bulk_change");

            migrationBuilder.DropTable(
                name: "content_sheet");

            migrationBuilder.DropTable(
                name: "recognition_celebration");
        }
    }
}

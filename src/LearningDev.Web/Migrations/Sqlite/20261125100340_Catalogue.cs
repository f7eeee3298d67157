using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The words are counted anew when the host starts: SQLite cannot change a table's key within a transaction.
            migrationBuilder.DropTable(name: "search_word");
            migrationBuilder.CreateTable(
                name: "search_word",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    documents = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_word", x => new { x.word, x.role });
                });
            migrationBuilder.CreateIndex(name: "IX_search_word_version", table: "search_word", column: "version");

            migrationBuilder.AddColumn<int>(
                name: "stems",
                table: "search_state",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "search_document",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "search_document",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "word_count",
                table: "search_document",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "catalogue_entry",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "pillar",
                table: "catalogue_entry",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "topics",
                table: "catalogue_entry",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "catalogue_completion",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    known_from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recorded_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_completion", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_dismissal",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    dismissed_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_dismissal", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_pathway",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    optional_wanted = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_pathway", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_recommendation",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    sender_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    sender_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recipient_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_recommendation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_saved",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    saved_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_saved", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "search_evidence",
                columns: table => new
                {
                    collection = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    searches = table.Column<int>(type: "INTEGER", nullable: false),
                    without_result = table.Column<int>(type: "INTEGER", nullable: false),
                    clicks = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_evidence", x => new { x.collection, x.day, x.text });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_pathway_step",
                columns: table => new
                {
                    pathway_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_optional = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_pathway_step", x => new { x.pathway_id, x.content_item_id });
                    table.ForeignKey(
                        name: "FK_catalogue_pathway_step_catalogue_pathway_pathway_id",
                        column: x => x.pathway_id,
                        principalTable: "catalogue_pathway",
                        principalColumn: "content_item_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_document_version",
                table: "search_document",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_dismissal_person_id_dismissed_utc",
                table: "catalogue_dismissal",
                columns: new[] { "person_id", "dismissed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_recommendation_recipient_id_content_item_id_sender_id",
                table: "catalogue_recommendation",
                columns: new[] { "recipient_id", "content_item_id", "sender_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_recommendation_sender_id_sent_utc",
                table: "catalogue_recommendation",
                columns: new[] { "sender_id", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_saved_content_item_id",
                table: "catalogue_saved",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_saved_person_id_saved_utc",
                table: "catalogue_saved",
                columns: new[] { "person_id", "saved_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "search_word");
            migrationBuilder.CreateTable(
                name: "search_word",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    documents = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_word", x => x.word);
                });

            migrationBuilder.DropTable(
                name: "catalogue_completion");

            migrationBuilder.DropTable(
                name: "catalogue_dismissal");

            migrationBuilder.DropTable(
                name: "catalogue_pathway_step");

            migrationBuilder.DropTable(
                name: "catalogue_recommendation");

            migrationBuilder.DropTable(
                name: "catalogue_saved");

            migrationBuilder.DropTable(
                name: "search_evidence");

            migrationBuilder.DropTable(
                name: "catalogue_pathway");

            migrationBuilder.DropIndex(
                name: "IX_search_document_version",
                table: "search_document");

            migrationBuilder.DropColumn(
                name: "stems",
                table: "search_state");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "search_document");

            migrationBuilder.DropColumn(
                name: "version",
                table: "search_document");

            migrationBuilder.DropColumn(
                name: "word_count",
                table: "search_document");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "catalogue_entry");

            migrationBuilder.DropColumn(
                name: "pillar",
                table: "catalogue_entry");

            migrationBuilder.DropColumn(
                name: "topics",
                table: "catalogue_entry");

        }
    }
}

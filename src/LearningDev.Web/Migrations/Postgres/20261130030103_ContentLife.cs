using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContentLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "archived_by",
                table: "content_item",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "archived_utc",
                table: "content_item",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "content_item",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "content_item",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "content_bin",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    display_text = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    version_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    was_published = table.Column<bool>(type: "boolean", nullable: false),
                    removed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    removed_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bin", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_planned_change",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    display_text = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    due_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    planned_by_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    planned_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    refused_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_planned_change", x => new { x.content_item_id, x.action });
                });

            // Versions that are there already are counted in the order in which they were saved.
            migrationBuilder.Sql(
                """
                UPDATE content_item SET number = ranked.place
                FROM (SELECT id, row_number() OVER (PARTITION BY content_item_id ORDER BY id) AS place FROM content_item) AS ranked
                WHERE ranked.id = content_item.id
                """);

            migrationBuilder.CreateIndex(
                name: "content_item_versions",
                table: "content_item",
                columns: new[] { "content_item_id", "number" },
                unique: true);

            // What was removed before there was a bin goes into it, and is kept as if it had been removed now.
            migrationBuilder.Sql(
                """
                INSERT INTO content_bin (content_item_id, content_type, display_text, version_id, was_published, removed_utc)
                SELECT content_item_id, content_type, display_text, content_item_version_id, published_utc IS NOT NULL, now()
                FROM content_item AS newest
                WHERE NOT EXISTS (
                    SELECT 1 FROM content_item AS other
                    WHERE other.content_item_id = newest.content_item_id AND (other.latest OR other.published OR other.number > newest.number))
                """);

            migrationBuilder.CreateIndex(
                name: "IX_content_bin_removed_utc",
                table: "content_bin",
                column: "removed_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_planned_change_refused_utc_due_utc",
                table: "content_planned_change",
                columns: new[] { "refused_utc", "due_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_bin");

            migrationBuilder.DropTable(
                name: "content_planned_change");

            migrationBuilder.DropIndex(
                name: "content_item_versions",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "archived_by",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "archived_utc",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "note",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "number",
                table: "content_item");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Curation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_assessment",
                columns: table => new
                {
                    assessment_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    entry_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_assessment", x => new { x.assessment_id, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_provider",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    slug = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    about = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_recognised = table.Column<bool>(type: "boolean", nullable: false),
                    relation = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    has_inclusive_tools = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_provider", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_link",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    checked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    next_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    failing_since = table.Column<DateOnly>(type: "date", nullable: true),
                    failed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    failed_days = table.Column<int>(type: "integer", nullable: false),
                    moved_to = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    asked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ignored_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ignored_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ignored_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_link_use",
                columns: table => new
                {
                    link_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    fields = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_link_use", x => new { x.link_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "content_review",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    owner_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    review_by = table.Column<DateOnly>(type: "date", nullable: true),
                    has_source = table.Column<bool>(type: "boolean", nullable: false),
                    quality = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    told = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review", x => new { x.content_item_id, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_assessment_entry_id",
                table: "catalogue_assessment",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_provider_name",
                table: "catalogue_provider",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_content_link_next_utc",
                table: "content_link",
                column: "next_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_link_state_failing_since",
                table: "content_link",
                columns: new[] { "state", "failing_since" });

            migrationBuilder.CreateIndex(
                name: "IX_content_link_use_content_item_id",
                table: "content_link_use",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_review_owner_id",
                table: "content_review",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_review_review_by",
                table: "content_review",
                column: "review_by");

            // What is published already is written into the new tables when the host next starts.
            migrationBuilder.Sql("UPDATE search_state SET stems = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_assessment");

            migrationBuilder.DropTable(
                name: "catalogue_provider");

            migrationBuilder.DropTable(
                name: "content_link");

            migrationBuilder.DropTable(
                name: "content_link_use");

            migrationBuilder.DropTable(
                name: "content_review");
        }
    }
}

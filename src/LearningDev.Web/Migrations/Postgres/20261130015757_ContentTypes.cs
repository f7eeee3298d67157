using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContentTypes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "own_facts",
                table: "catalogue_entry",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "content_definition_version",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    saved_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    restored_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_definition_version", x => new { x.kind, x.name, x.version });
                });

            migrationBuilder.CreateTable(
                name: "content_definition_work",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    about = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    types = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    last_row_id = table.Column<long>(type: "bigint", nullable: false),
                    begun_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_definition_work", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_former_value",
                columns: table => new
                {
                    row_id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_former_value", x => new { x.row_id, x.part, x.field, x.version });
                    table.ForeignKey(
                        name: "FK_content_former_value_content_item_row_id",
                        column: x => x.row_id,
                        principalTable: "content_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "content_item_versions_by_type",
                table: "content_item",
                columns: new[] { "content_type", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_content_definition_work_ended_utc",
                table: "content_definition_work",
                column: "ended_utc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_definition_version");

            migrationBuilder.DropTable(
                name: "content_definition_work");

            migrationBuilder.DropTable(
                name: "content_former_value");

            migrationBuilder.DropIndex(
                name: "content_item_versions_by_type",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "own_facts",
                table: "catalogue_entry");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PathwaysAndOffer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_completion");

            migrationBuilder.DropTable(
                name: "catalogue_pathway_step");

            migrationBuilder.DropTable(
                name: "catalogue_pathway");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HubResources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_reader",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    reader = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    is_latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_reader", x => new { x.content_item_id, x.reader });
                });

            migrationBuilder.CreateTable(
                name: "members_visit",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    seen_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    before_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_visit", x => x.person_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_reader");

            migrationBuilder.DropTable(
                name: "members_visit");
        }
    }
}

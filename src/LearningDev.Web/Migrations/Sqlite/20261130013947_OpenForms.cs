using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_open_form",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    opened_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    heard_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fields = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_open_form", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_open_form_content_item_id_opened_utc",
                table: "content_open_form",
                columns: new[] { "content_item_id", "opened_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_open_form_opened_utc",
                table: "content_open_form",
                column: "opened_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_open_form_person_id_content_type",
                table: "content_open_form",
                columns: new[] { "person_id", "content_type" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_open_form");
        }
    }
}

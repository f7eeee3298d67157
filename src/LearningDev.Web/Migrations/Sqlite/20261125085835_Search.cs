using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_search_word",
                table: "search_word");

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "search_word",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "search_word",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

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

            migrationBuilder.AddPrimaryKey(
                name: "PK_search_word",
                table: "search_word",
                columns: new[] { "word", "role" });

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

            migrationBuilder.CreateIndex(
                name: "IX_search_word_version",
                table: "search_word",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "IX_search_document_version",
                table: "search_document",
                column: "version");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_evidence");

            migrationBuilder.DropPrimaryKey(
                name: "PK_search_word",
                table: "search_word");

            migrationBuilder.DropIndex(
                name: "IX_search_word_version",
                table: "search_word");

            migrationBuilder.DropIndex(
                name: "IX_search_document_version",
                table: "search_document");

            migrationBuilder.DropColumn(
                name: "role",
                table: "search_word");

            migrationBuilder.DropColumn(
                name: "version",
                table: "search_word");

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

            migrationBuilder.AddPrimaryKey(
                name: "PK_search_word",
                table: "search_word",
                column: "word");
        }
    }
}

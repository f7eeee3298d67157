using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeptForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "people_kept_form",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kept_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_kept_form", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_kept_form_people_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_kept_form_kept_utc",
                table: "people_kept_form",
                column: "kept_utc");

            migrationBuilder.CreateIndex(
                name: "IX_people_kept_form_person_id_kept_utc",
                table: "people_kept_form",
                columns: new[] { "person_id", "kept_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_kept_form");
        }
    }
}

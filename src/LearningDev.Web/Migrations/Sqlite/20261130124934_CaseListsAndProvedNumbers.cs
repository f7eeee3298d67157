using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseListsAndProvedNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "proved_number",
                table: "platform_notification_preference",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "platform_number_proof",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    first_sent_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_number_proof", x => x.person_id);
                    table.ForeignKey(
                        name: "FK_platform_number_proof_people_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_changed_utc",
                table: "workflow_case",
                column: "changed_utc");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_type_id_changed_utc",
                table: "workflow_case",
                columns: new[] { "type_id", "changed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_type_id_version_id_status",
                table: "workflow_case",
                columns: new[] { "type_id", "version_id", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_number_proof");

            migrationBuilder.DropIndex(
                name: "IX_workflow_case_changed_utc",
                table: "workflow_case");

            migrationBuilder.DropIndex(
                name: "IX_workflow_case_type_id_changed_utc",
                table: "workflow_case");

            migrationBuilder.DropIndex(
                name: "IX_workflow_case_type_id_version_id_status",
                table: "workflow_case");

            migrationBuilder.DropColumn(
                name: "proved_number",
                table: "platform_notification_preference");
        }
    }
}

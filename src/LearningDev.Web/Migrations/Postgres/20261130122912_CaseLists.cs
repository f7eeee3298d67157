using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
            migrationBuilder.DropIndex(
                name: "IX_workflow_case_changed_utc",
                table: "workflow_case");

            migrationBuilder.DropIndex(
                name: "IX_workflow_case_type_id_changed_utc",
                table: "workflow_case");

            migrationBuilder.DropIndex(
                name: "IX_workflow_case_type_id_version_id_status",
                table: "workflow_case");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditChainAndKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "changes",
                table: "audit_entry",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<byte[]>(
                name: "details_hash",
                table: "audit_entry",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "hash",
                table: "audit_entry",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "audit_entry",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "audit_chain",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    start_count = table.Column<long>(type: "INTEGER", nullable: false),
                    start_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    last_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_chain", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_key", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_event_id",
                table: "audit_entry",
                columns: new[] { "event", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_occurred_utc",
                table: "audit_entry",
                column: "occurred_utc");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_person_id_occurred_utc",
                table: "audit_entry",
                columns: new[] { "person_id", "occurred_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_chain");

            migrationBuilder.DropTable(
                name: "platform_key");

            migrationBuilder.DropIndex(
                name: "IX_audit_entry_event_id",
                table: "audit_entry");

            migrationBuilder.DropIndex(
                name: "IX_audit_entry_occurred_utc",
                table: "audit_entry");

            migrationBuilder.DropIndex(
                name: "IX_audit_entry_person_id_occurred_utc",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "changes",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "details_hash",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "audit_entry");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MandatoryTraining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "compliance_completion",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    learning_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    rule_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    recorded_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_compliance_completion", x => x.id);
                    table.CheckConstraint("ck_compliance_completion_training", "(learning_id = '') <> (rule_key = '')");
                });

            migrationBuilder.CreateTable(
                name: "compliance_exemption",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    rule_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    granted_by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    granted_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ended_by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_compliance_exemption", x => x.id);
                    table.CheckConstraint("ck_compliance_exemption_days", "\"until\" IS NULL OR \"until\" >= \"from\"");
                });

            migrationBuilder.CreateIndex(
                name: "IX_compliance_completion_person_id_learning_id_rule_key_day",
                table: "compliance_completion",
                columns: new[] { "person_id", "learning_id", "rule_key", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_compliance_exemption_person_id_rule_key",
                table: "compliance_exemption",
                columns: new[] { "person_id", "rule_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compliance_completion");

            migrationBuilder.DropTable(
                name: "compliance_exemption");
        }
    }
}

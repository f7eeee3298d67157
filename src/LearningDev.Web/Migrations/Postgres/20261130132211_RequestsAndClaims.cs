using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RequestsAndClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "proved_number",
                table: "platform_notification_preference",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "funding_training_request",
                columns: table => new
                {
                    item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    directorate_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    total = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    classification = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funding_training_request", x => x.item_id);
                });

            migrationBuilder.CreateTable(
                name: "platform_number_proof",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<int>(type: "integer", nullable: false),
                    first_sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "volunteering_claim",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    leave_year_start = table.Column<DateOnly>(type: "date", nullable: true),
                    own_minutes = table.Column<int>(type: "integer", nullable: false),
                    leave_minutes = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volunteering_claim", x => x.id);
                    table.CheckConstraint("ck_volunteering_claim_leave_minutes", "leave_minutes >= 0");
                    table.CheckConstraint("ck_volunteering_claim_own_minutes", "own_minutes >= 0");
                });

            migrationBuilder.CreateTable(
                name: "volunteering_leave",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    claim_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volunteering_leave", x => x.id);
                    table.CheckConstraint("ck_volunteering_leave_minutes", "minutes > 0 AND minutes <= 1440");
                    table.ForeignKey(
                        name: "FK_volunteering_leave_volunteering_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "volunteering_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteering_own_time",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    claim_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    is_counted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volunteering_own_time", x => x.id);
                    table.CheckConstraint("ck_volunteering_own_time_minutes", "minutes > 0 AND minutes <= 1440");
                    table.ForeignKey(
                        name: "FK_volunteering_own_time_volunteering_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "volunteering_claim",
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

            migrationBuilder.CreateIndex(
                name: "IX_funding_training_request_case_id",
                table: "funding_training_request",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funding_training_request_person_id_changed_utc",
                table: "funding_training_request",
                columns: new[] { "person_id", "changed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_funding_training_request_state_sent_utc",
                table: "funding_training_request",
                columns: new[] { "state", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_volunteering_claim_case_id",
                table: "volunteering_claim",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_volunteering_claim_leave_year_start_state",
                table: "volunteering_claim",
                columns: new[] { "leave_year_start", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_volunteering_claim_person_id_leave_year_start",
                table: "volunteering_claim",
                columns: new[] { "person_id", "leave_year_start" });

            migrationBuilder.CreateIndex(
                name: "IX_volunteering_leave_claim_id_day",
                table: "volunteering_leave",
                columns: new[] { "claim_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_volunteering_leave_person_id_day",
                table: "volunteering_leave",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_volunteering_own_time_claim_id_day",
                table: "volunteering_own_time",
                columns: new[] { "claim_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteering_own_time_counted",
                table: "volunteering_own_time",
                columns: new[] { "person_id", "day" },
                unique: true,
                filter: "is_counted");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funding_training_request");

            migrationBuilder.DropTable(
                name: "platform_number_proof");

            migrationBuilder.DropTable(
                name: "volunteering_leave");

            migrationBuilder.DropTable(
                name: "volunteering_own_time");

            migrationBuilder.DropTable(
                name: "volunteering_claim");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Coaching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coaching_coach",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    last_supervision_on = table.Column<DateOnly>(type: "date", nullable: true),
                    introduction = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    qualification = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    qualification_level = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    awarding_body = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    qualified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    qualification_expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    is_asked = table.Column<bool>(type: "boolean", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_coach", x => x.id);
                    table.CheckConstraint("ck_coaching_coach_capacity", "capacity >= 0");
                });

            migrationBuilder.CreateTable(
                name: "coaching_request",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    pool_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    pool_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    goals_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    avoid_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    previous_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    partnership_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coaching_coach_value",
                columns: table => new
                {
                    coach_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_coach_value", x => new { x.coach_id, x.kind, x.value });
                    table.ForeignKey(
                        name: "FK_coaching_coach_value_coaching_coach_coach_id",
                        column: x => x.coach_id,
                        principalTable: "coaching_coach",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coaching_choice",
                columns: table => new
                {
                    request_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    coach_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_choice", x => new { x.request_id, x.position });
                    table.CheckConstraint("ck_coaching_choice_position", "position >= 1");
                    table.ForeignKey(
                        name: "FK_coaching_choice_coaching_request_request_id",
                        column: x => x.request_id,
                        principalTable: "coaching_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_choice_coach_id_state",
                table: "coaching_choice",
                columns: new[] { "coach_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_choice_request_id_coach_id",
                table: "coaching_choice",
                columns: new[] { "request_id", "coach_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coaching_coach_case_id",
                table: "coaching_coach",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_coach_person_id",
                table: "coaching_coach",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coaching_coach_state_person_name",
                table: "coaching_coach",
                columns: new[] { "state", "person_name" });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_coach_value_kind_value",
                table: "coaching_coach_value",
                columns: new[] { "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "IX_coaching_request_case_id",
                table: "coaching_request",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_coaching_request_person_id_created_utc",
                table: "coaching_request",
                columns: new[] { "person_id", "created_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_choice");

            migrationBuilder.DropTable(
                name: "coaching_coach_value");

            migrationBuilder.DropTable(
                name: "coaching_request");

            migrationBuilder.DropTable(
                name: "coaching_coach");
        }
    }
}

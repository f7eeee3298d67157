using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Volunteering : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "volunteering_leave");

            migrationBuilder.DropTable(
                name: "volunteering_own_time");

            migrationBuilder.DropTable(
                name: "volunteering_claim");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mentoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mentoring_ask",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    programme_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    mentee_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    mentor_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    asked_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_ask", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentoring_matching",
                columns: table => new
                {
                    programme_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_matching", x => x.programme_id);
                });

            migrationBuilder.CreateTable(
                name: "mentoring_profile",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    programme_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    goals_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_profile", x => x.id);
                    table.CheckConstraint("ck_mentoring_profile_capacity", "capacity >= 0");
                });

            migrationBuilder.CreateTable(
                name: "mentoring_ruling",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    programme_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    mentee_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    mentor_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_ruling", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentoring_run",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    programme_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    pairs = table.Column<int>(type: "INTEGER", nullable: false),
                    left_over = table.Column<int>(type: "INTEGER", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentoring_run_left",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    is_mentor = table.Column<bool>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_run_left", x => new { x.run_id, x.person_id, x.is_mentor });
                    table.ForeignKey(
                        name: "FK_mentoring_run_left_mentoring_run_run_id",
                        column: x => x.run_id,
                        principalTable: "mentoring_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mentoring_run_pair",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    mentee_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    mentor_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    tie = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    is_pinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentoring_run_pair", x => new { x.run_id, x.mentee_id });
                    table.ForeignKey(
                        name: "FK_mentoring_run_pair_mentoring_run_run_id",
                        column: x => x.run_id,
                        principalTable: "mentoring_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_ask_mentor_id_state",
                table: "mentoring_ask",
                columns: new[] { "mentor_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_mentoring_ask_open",
                table: "mentoring_ask",
                columns: new[] { "programme_id", "mentee_id", "mentor_id" },
                unique: true,
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_profile_person_id_created_utc",
                table: "mentoring_profile",
                columns: new[] { "person_id", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_profile_programme_id_person_id",
                table: "mentoring_profile",
                columns: new[] { "programme_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_profile_programme_id_state",
                table: "mentoring_profile",
                columns: new[] { "programme_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_ruling_programme_id_mentee_id_mentor_id",
                table: "mentoring_ruling",
                columns: new[] { "programme_id", "mentee_id", "mentor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_run_case_id",
                table: "mentoring_run",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_run_programme_id_number",
                table: "mentoring_run",
                columns: new[] { "programme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mentoring_run_pair_run_id_position",
                table: "mentoring_run_pair",
                columns: new[] { "run_id", "position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mentoring_ask");

            migrationBuilder.DropTable(
                name: "mentoring_matching");

            migrationBuilder.DropTable(
                name: "mentoring_profile");

            migrationBuilder.DropTable(
                name: "mentoring_ruling");

            migrationBuilder.DropTable(
                name: "mentoring_run_left");

            migrationBuilder.DropTable(
                name: "mentoring_run_pair");

            migrationBuilder.DropTable(
                name: "mentoring_run");
        }
    }
}

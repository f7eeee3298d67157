using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddWorkflows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "workflow_away",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    delegate_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_away", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_case",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_request = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    parent_case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    parent_step = table.Column<string>(type: "TEXT", maxLength: 112, nullable: true),
                    chain = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_journal",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    activity_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    visit = table.Column<int>(type: "INTEGER", nullable: false),
                    is_resume = table.Column<bool>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    inputs = table.Column<string>(type: "TEXT", nullable: false),
                    outcomes = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    started_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_journal", x => new { x.case_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "workflow_task",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    visit = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    instructions = table.Column<string>(type: "TEXT", nullable: false),
                    case_title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    buttons = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    needed = table.Column<int>(type: "INTEGER", nullable: false),
                    allows_bulk = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_type",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_type", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_version",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_wait",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    visit = table.Column<int>(type: "INTEGER", nullable: false),
                    event_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    correlation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_own_correlation = table.Column<bool>(type: "INTEGER", nullable: false),
                    due_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    since_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    branch = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_wait", x => new { x.case_id, x.activity_id, x.visit });
                });

            migrationBuilder.CreateTable(
                name: "workflow_work",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    position = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    event_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    correlation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    type_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    visit = table.Column<int>(type: "INTEGER", nullable: false),
                    input = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    parent_case_id = table.Column<string>(type: "TEXT", nullable: true),
                    parent_step = table.Column<string>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_work", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_task_person",
                columns: table => new
                {
                    task_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    via = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    decided_by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_task_person", x => new { x.task_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_workflow_task_person_workflow_task_task_id",
                        column: x => x.task_id,
                        principalTable: "workflow_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_away_delegate_id_to_day",
                table: "workflow_away",
                columns: new[] { "delegate_id", "to_day" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_away_person_id",
                table: "workflow_away",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_correlation_id",
                table: "workflow_case",
                column: "correlation_id");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_ended_utc",
                table: "workflow_case",
                column: "ended_utc");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_owner_id_is_request_created_utc",
                table: "workflow_case",
                columns: new[] { "owner_id", "is_request", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_status_changed_utc",
                table: "workflow_case",
                columns: new[] { "status", "changed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_case_type_id_status_changed_utc",
                table: "workflow_case",
                columns: new[] { "type_id", "status", "changed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_task_case_id_state",
                table: "workflow_task",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_task_ended_utc",
                table: "workflow_task",
                column: "ended_utc");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_task_person_person_id_state_due_on",
                table: "workflow_task_person",
                columns: new[] { "person_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_version_type_id_number",
                table: "workflow_version",
                columns: new[] { "type_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workflow_wait_due_utc",
                table: "workflow_wait",
                column: "due_utc",
                filter: "due_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_wait_event_name_correlation",
                table: "workflow_wait",
                columns: new[] { "event_name", "correlation" },
                filter: "event_name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_work_correlation",
                table: "workflow_work",
                column: "correlation");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_work_next_utc",
                table: "workflow_work",
                column: "next_utc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_away");

            migrationBuilder.DropTable(
                name: "workflow_case");

            migrationBuilder.DropTable(
                name: "workflow_journal");

            migrationBuilder.DropTable(
                name: "workflow_task_person");

            migrationBuilder.DropTable(
                name: "workflow_type");

            migrationBuilder.DropTable(
                name: "workflow_version");

            migrationBuilder.DropTable(
                name: "workflow_wait");

            migrationBuilder.DropTable(
                name: "workflow_work");

            migrationBuilder.DropTable(
                name: "workflow_task");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMemberBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "members_budget",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    year_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    year_end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    allocated = table.Column<long>(type: "INTEGER", nullable: false),
                    committed = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                    overridden = table.Column<long>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_budget", x => x.id);
                    table.CheckConstraint("ck_members_budget_covered", "committed + spent <= allocated + overridden");
                    table.CheckConstraint("ck_members_budget_not_less_than_nothing", "allocated >= 0 AND committed >= 0 AND spent >= 0 AND overridden >= 0");
                    table.CheckConstraint("ck_members_budget_year", "year_end > year_start");
                });

            migrationBuilder.CreateTable(
                name: "members_plan",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reviewer_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    reviewer_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    review_note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    reviewed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_plan", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "members_training_request",
                columns: table => new
                {
                    item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    total_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    funding = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    invoice_pence = table.Column<long>(type: "INTEGER", nullable: true),
                    invoice_reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    invoiced_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_training_request", x => x.item_id);
                    table.CheckConstraint("ck_members_training_request_money", "total_pence >= 0 AND (invoice_pence IS NULL OR invoice_pence > 0)");
                });

            migrationBuilder.CreateTable(
                name: "members_budget_entry",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    budget_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_budget_entry", x => x.id);
                    table.CheckConstraint("ck_members_budget_entry_request", "(kind IN ('Allocated', 'Adjusted')) = (request_id IS NULL)");
                    table.CheckConstraint("ck_members_budget_entry_sign", "pence > 0 OR (kind = 'Adjusted' AND pence <> 0) OR (kind = 'Allocated' AND pence = 0)");
                    table.ForeignKey(
                        name: "FK_members_budget_entry_members_budget_budget_id",
                        column: x => x.budget_id,
                        principalTable: "members_budget",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_budget_override",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    budget_id = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    approver_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    approver_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_budget_override", x => x.id);
                    table.CheckConstraint("ck_members_budget_override_approved", "pence < 0 OR (pence > 0 AND approver_id IS NOT NULL AND reason <> '')");
                    table.ForeignKey(
                        name: "FK_members_budget_override_members_budget_budget_id",
                        column: x => x.budget_id,
                        principalTable: "members_budget",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_plan_need",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    weight = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_plan_need", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_plan_need_members_plan_person_id",
                        column: x => x.person_id,
                        principalTable: "members_plan",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_members_budget_person_id_year_start",
                table: "members_budget",
                columns: new[] { "person_id", "year_start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_budget_year_start",
                table: "members_budget",
                column: "year_start");

            migrationBuilder.CreateIndex(
                name: "IX_members_budget_entry_budget_id_number",
                table: "members_budget_entry",
                columns: new[] { "budget_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_budget_entry_request_id",
                table: "members_budget_entry",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_budget_override_budget_id",
                table: "members_budget_override",
                column: "budget_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_plan_reviewer_id",
                table: "members_plan",
                column: "reviewer_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_plan_need_area_about",
                table: "members_plan_need",
                columns: new[] { "area", "about" });

            migrationBuilder.CreateIndex(
                name: "IX_members_plan_need_person_id",
                table: "members_plan_need",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_training_request_case_id",
                table: "members_training_request",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_training_request_person_id_changed_utc",
                table: "members_training_request",
                columns: new[] { "person_id", "changed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_members_training_request_state_sent_utc",
                table: "members_training_request",
                columns: new[] { "state", "sent_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "members_budget_entry");

            migrationBuilder.DropTable(
                name: "members_budget_override");

            migrationBuilder.DropTable(
                name: "members_plan_need");

            migrationBuilder.DropTable(
                name: "members_training_request");

            migrationBuilder.DropTable(
                name: "members_budget");

            migrationBuilder.DropTable(
                name: "members_plan");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MembersHub : Migration
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

            migrationBuilder.CreateTable(
                name: "content_reader",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    reader = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_reader", x => new { x.content_item_id, x.reader });
                });

            migrationBuilder.CreateTable(
                name: "members_body",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_body", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_budget",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    year_start = table.Column<DateOnly>(type: "date", nullable: false),
                    year_end = table.Column<DateOnly>(type: "date", nullable: false),
                    allocated = table.Column<long>(type: "bigint", nullable: false),
                    committed = table.Column<long>(type: "bigint", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false),
                    overridden = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_budget", x => x.id);
                    table.CheckConstraint("ck_members_budget_covered", "committed + spent <= allocated + overridden");
                    table.CheckConstraint("ck_members_budget_not_less_than_nothing", "allocated >= 0 AND committed >= 0 AND spent >= 0 AND overridden >= 0");
                    table.CheckConstraint("ck_members_budget_year", "year_end > year_start");
                });

            migrationBuilder.CreateTable(
                name: "members_cycle_document",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_cycle_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_cycle_done",
                columns: table => new
                {
                    election_year = table.Column<int>(type: "integer", nullable: false),
                    step_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    recorded_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_cycle_done", x => new { x.election_year, x.step_key });
                });

            migrationBuilder.CreateTable(
                name: "members_election",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    in_office_from = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    confirmed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_election", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_group",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_plan",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    reviewer_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    review_note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    reviewed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_plan", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "members_training_request",
                columns: table => new
                {
                    item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    total_pence = table.Column<long>(type: "bigint", nullable: false),
                    funding = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    invoice_pence = table.Column<long>(type: "bigint", nullable: true),
                    invoice_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    invoiced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_training_request", x => x.item_id);
                    table.CheckConstraint("ck_members_training_request_money", "total_pence >= 0 AND (invoice_pence IS NULL OR invoice_pence > 0)");
                });

            migrationBuilder.CreateTable(
                name: "members_visit",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    seen_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    before_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_visit", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "members_ward",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_ward", x => x.id);
                    table.CheckConstraint("ck_members_ward_seats", "seats >= 1 AND seats <= 9");
                });

            migrationBuilder.CreateTable(
                name: "members_budget_entry",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    budget_id = table.Column<string>(type: "character varying(26)", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    request_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    by_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    budget_id = table.Column<string>(type: "character varying(26)", nullable: false),
                    request_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    pence = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    approver_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    approver_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "members_group_membership",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    group_id = table.Column<string>(type: "character varying(26)", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_group_membership", x => x.id);
                    table.CheckConstraint("ck_members_group_membership_days", "\"until\" IS NULL OR \"until\" >= \"from\"");
                    table.ForeignKey(
                        name: "FK_members_group_membership_members_group_group_id",
                        column: x => x.group_id,
                        principalTable: "members_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_office",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    body_id = table.Column<string>(type: "character varying(26)", nullable: true),
                    group_id = table.Column<string>(type: "character varying(26)", nullable: true),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_office", x => x.id);
                    table.CheckConstraint("ck_members_office_days", "\"until\" IS NULL OR \"until\" >= \"from\"");
                    table.ForeignKey(
                        name: "FK_members_office_members_body_body_id",
                        column: x => x.body_id,
                        principalTable: "members_body",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_office_members_group_group_id",
                        column: x => x.group_id,
                        principalTable: "members_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_plan_need",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", nullable: false),
                    area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    weight = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    way = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "members_election_result",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    election_id = table.Column<string>(type: "character varying(26)", nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ward_id = table.Column<string>(type: "character varying(26)", nullable: true),
                    group_id = table.Column<string>(type: "character varying(26)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_election_result", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_election_result_members_election_election_id",
                        column: x => x.election_id,
                        principalTable: "members_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_members_election_result_members_group_group_id",
                        column: x => x.group_id,
                        principalTable: "members_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_election_result_members_ward_ward_id",
                        column: x => x.ward_id,
                        principalTable: "members_ward",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_term",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ward_id = table.Column<string>(type: "character varying(26)", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_term", x => x.id);
                    table.CheckConstraint("ck_members_term_days", "\"until\" IS NULL OR \"until\" >= \"from\"");
                    table.ForeignKey(
                        name: "FK_members_term_members_ward_ward_id",
                        column: x => x.ward_id,
                        principalTable: "members_ward",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateIndex(
                name: "IX_members_body_name",
                table: "members_body",
                column: "name",
                unique: true);

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
                name: "IX_members_cycle_document_case_id",
                table: "members_cycle_document",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_election_day",
                table: "members_election",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_election_result_election_id_person_id",
                table: "members_election_result",
                columns: new[] { "election_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_election_result_group_id",
                table: "members_election_result",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_election_result_ward_id",
                table: "members_election_result",
                column: "ward_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_group_name",
                table: "members_group",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_group_membership_group_id",
                table: "members_group_membership",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_group_membership_person_id_from",
                table: "members_group_membership",
                columns: new[] { "person_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_office_body_id_from",
                table: "members_office",
                columns: new[] { "body_id", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_members_office_group_id",
                table: "members_office",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_office_person_id_from",
                table: "members_office",
                columns: new[] { "person_id", "from" });

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
                name: "IX_members_term_person_id_from",
                table: "members_term",
                columns: new[] { "person_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_term_ward_id",
                table: "members_term",
                column: "ward_id");

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

            migrationBuilder.CreateIndex(
                name: "IX_members_ward_name",
                table: "members_ward",
                column: "name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compliance_completion");

            migrationBuilder.DropTable(
                name: "compliance_exemption");

            migrationBuilder.DropTable(
                name: "content_reader");

            migrationBuilder.DropTable(
                name: "members_budget_entry");

            migrationBuilder.DropTable(
                name: "members_budget_override");

            migrationBuilder.DropTable(
                name: "members_cycle_document");

            migrationBuilder.DropTable(
                name: "members_cycle_done");

            migrationBuilder.DropTable(
                name: "members_election_result");

            migrationBuilder.DropTable(
                name: "members_group_membership");

            migrationBuilder.DropTable(
                name: "members_office");

            migrationBuilder.DropTable(
                name: "members_plan_need");

            migrationBuilder.DropTable(
                name: "members_term");

            migrationBuilder.DropTable(
                name: "members_training_request");

            migrationBuilder.DropTable(
                name: "members_visit");

            migrationBuilder.DropTable(
                name: "members_budget");

            migrationBuilder.DropTable(
                name: "members_election");

            migrationBuilder.DropTable(
                name: "members_body");

            migrationBuilder.DropTable(
                name: "members_group");

            migrationBuilder.DropTable(
                name: "members_plan");

            migrationBuilder.DropTable(
                name: "members_ward");
        }
    }
}

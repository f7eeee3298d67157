using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CoachingAndMentoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coaching_coach",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    last_supervision_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    introduction = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    qualification = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    qualification_level = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    awarding_body = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    qualified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    qualification_expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    is_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
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
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    pool_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    pool_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    goals_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    avoid_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    previous_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coaching_request", x => x.id);
                });

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
                name: "partnerships_conflict",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    declared_by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    other_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    declared_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_conflict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_text",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_kept_form",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kept_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_confidential = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_kept_form", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_kept_form_people_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coaching_coach_value",
                columns: table => new
                {
                    coach_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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
                    request_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    coach_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    asked_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "partnerships_partnership",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    guide_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    learner_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    source_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    origin_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    agreement = table.Column<string>(type: "TEXT", nullable: false),
                    has_chemistry_meeting = table.Column<bool>(type: "INTEGER", nullable: false),
                    manager_signs = table.Column<bool>(type: "INTEGER", nullable: false),
                    most_hours = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    review_after_meetings = table.Column<int>(type: "INTEGER", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    quiet_after_days = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    end = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    begun_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agreed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    goals_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    farewell_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    guide_said_yes_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    learner_said_yes_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    guide_signed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    learner_signed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    manager_signed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    manager_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    meetings = table.Column<int>(type: "INTEGER", nullable: false),
                    last_held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    review_asked_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    quiet_asked_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    guide_quiet_answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    learner_quiet_answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_partnership", x => x.id);
                    table.CheckConstraint("ck_partnerships_partnership_end", "(state = 'Closed') = (\"end\" IS NOT NULL)");
                    table.CheckConstraint("ck_partnerships_partnership_minutes", "minutes >= 0");
                    table.CheckConstraint("ck_partnerships_partnership_people", "guide_id <> learner_id");
                    table.ForeignKey(
                        name: "FK_partnerships_partnership_partnerships_text_farewell_id",
                        column: x => x.farewell_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_partnerships_partnership_partnerships_text_goals_id",
                        column: x => x.goals_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_text_reader",
                columns: table => new
                {
                    text_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_text_reader", x => new { x.text_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_partnerships_text_reader_partnerships_text_text_id",
                        column: x => x.text_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_evaluation",
                columns: table => new
                {
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    is_guide = table.Column<bool>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rating = table.Column<int>(type: "INTEGER", nullable: false),
                    would_recommend = table.Column<bool>(type: "INTEGER", nullable: false),
                    words_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    given_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_evaluation", x => new { x.partnership_id, x.person_id });
                    table.CheckConstraint("ck_partnerships_evaluation_rating", "rating BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "FK_partnerships_evaluation_partnerships_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnerships_partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_partnerships_evaluation_partnerships_text_words_id",
                        column: x => x.words_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_meeting",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    changed_by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    changed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reminded_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_meeting", x => x.id);
                    table.CheckConstraint("ck_partnerships_meeting_minutes", "minutes > 0 AND minutes <= 480");
                    table.ForeignKey(
                        name: "FK_partnerships_meeting_partnerships_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnerships_partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_partnerships_meeting_partnerships_text_place_id",
                        column: x => x.place_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_note",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    author_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    text_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    made_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_note", x => x.id);
                    table.ForeignKey(
                        name: "FK_partnerships_note_partnerships_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnerships_partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_partnerships_note_partnerships_text_text_id",
                        column: x => x.text_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_review",
                columns: table => new
                {
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    is_guide = table.Column<bool>(type: "INTEGER", nullable: false),
                    helped = table.Column<int>(type: "INTEGER", nullable: false),
                    progress = table.Column<int>(type: "INTEGER", nullable: false),
                    openness = table.Column<int>(type: "INTEGER", nullable: false),
                    words_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    given_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_review", x => new { x.partnership_id, x.person_id });
                    table.CheckConstraint("ck_partnerships_review_ratings", "helped BETWEEN 1 AND 5 AND progress BETWEEN 1 AND 5 AND openness BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "FK_partnerships_review_partnerships_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnerships_partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_partnerships_review_partnerships_text_words_id",
                        column: x => x.words_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_shared_learning",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    is_guide = table.Column<bool>(type: "INTEGER", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    reflection_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    shared_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_back_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_shared_learning", x => x.id);
                    table.CheckConstraint("ck_partnerships_shared_learning_minutes", "minutes >= 0");
                    table.ForeignKey(
                        name: "FK_partnerships_shared_learning_partnerships_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnerships_partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_partnerships_shared_learning_partnerships_text_reflection_id",
                        column: x => x.reflection_id,
                        principalTable: "partnerships_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "partnerships_theme",
                columns: table => new
                {
                    partnership_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    term_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships_theme", x => new { x.partnership_id, x.term_id });
                    table.ForeignKey(
                        name: "FK_partnerships_theme_partnerships_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnerships_partnership",
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

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_conflict_declared_by_id_other_id",
                table: "partnerships_conflict",
                columns: new[] { "declared_by_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_conflict_other_id",
                table: "partnerships_conflict",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_evaluation_words_id",
                table: "partnerships_evaluation",
                column: "words_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_meeting_partnership_id_day",
                table: "partnerships_meeting",
                columns: new[] { "partnership_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_meeting_place_id",
                table: "partnerships_meeting",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_meeting_state_day",
                table: "partnerships_meeting",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_note_partnership_id_made_utc",
                table: "partnerships_note",
                columns: new[] { "partnership_id", "made_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_note_text_id",
                table: "partnerships_note",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_partnership_farewell_id",
                table: "partnerships_partnership",
                column: "farewell_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_partnership_goals_id",
                table: "partnerships_partnership",
                column: "goals_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_partnership_guide_id_state",
                table: "partnerships_partnership",
                columns: new[] { "guide_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_partnership_learner_id_state",
                table: "partnerships_partnership",
                columns: new[] { "learner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_partnership_open",
                table: "partnerships_partnership",
                columns: new[] { "kind_id", "guide_id", "learner_id" },
                unique: true,
                filter: "state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_partnership_origin_id",
                table: "partnerships_partnership",
                column: "origin_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_partnership_state_kind_id",
                table: "partnerships_partnership",
                columns: new[] { "state", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_review_words_id",
                table: "partnerships_review",
                column: "words_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_shared_learning_partnership_id",
                table: "partnerships_shared_learning",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_shared_learning_person_id_partnership_id",
                table: "partnerships_shared_learning",
                columns: new[] { "person_id", "partnership_id" });

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_shared_learning_reflection_id",
                table: "partnerships_shared_learning",
                column: "reflection_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_text_changed_utc",
                table: "partnerships_text",
                column: "changed_utc");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_text_reader_person_id",
                table: "partnerships_text_reader",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_theme_term_id",
                table: "partnerships_theme",
                column: "term_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_kept_form_kept_utc",
                table: "people_kept_form",
                column: "kept_utc");

            migrationBuilder.CreateIndex(
                name: "IX_people_kept_form_person_id_kept_utc",
                table: "people_kept_form",
                columns: new[] { "person_id", "kept_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coaching_choice");

            migrationBuilder.DropTable(
                name: "coaching_coach_value");

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
                name: "partnerships_conflict");

            migrationBuilder.DropTable(
                name: "partnerships_evaluation");

            migrationBuilder.DropTable(
                name: "partnerships_meeting");

            migrationBuilder.DropTable(
                name: "partnerships_note");

            migrationBuilder.DropTable(
                name: "partnerships_review");

            migrationBuilder.DropTable(
                name: "partnerships_shared_learning");

            migrationBuilder.DropTable(
                name: "partnerships_text_reader");

            migrationBuilder.DropTable(
                name: "partnerships_theme");

            migrationBuilder.DropTable(
                name: "people_kept_form");

            migrationBuilder.DropTable(
                name: "coaching_request");

            migrationBuilder.DropTable(
                name: "coaching_coach");

            migrationBuilder.DropTable(
                name: "mentoring_run");

            migrationBuilder.DropTable(
                name: "partnerships_partnership");

            migrationBuilder.DropTable(
                name: "partnerships_text");
        }
    }
}

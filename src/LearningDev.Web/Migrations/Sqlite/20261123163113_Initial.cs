using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    occurred_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 100, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_entry",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    sub_kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    classification = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    formats = table.Column<string>(type: "TEXT", nullable: false),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    duration_note = table.Column<string>(type: "TEXT", nullable: false),
                    cost_from = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    cost_to = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    funded_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    qualification_level = table.Column<int>(type: "INTEGER", nullable: true),
                    provider_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    quality_assurance = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    review_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_restricted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_entry", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_definition",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_definition", x => new { x.kind, x.name });
                });

            migrationBuilder.CreateTable(
                name: "content_item",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    display_text = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    author = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_media",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    alternative_text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "content_route",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    was_published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_route", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "people_role",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_feature",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_feature", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "search_document",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    collection = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    keywords = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    published_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_word",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    documents = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_word", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "people_role_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    role_id = table.Column<string>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_role_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_role_claim_people_role_role_id",
                        column: x => x.role_id,
                        principalTable: "people_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_facet",
                columns: table => new
                {
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facet = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_facet", x => new { x.document_id, x.facet, x.value });
                    table.ForeignKey(
                        name: "FK_search_facet_search_document_document_id",
                        column: x => x.document_id,
                        principalTable: "search_document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_person",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    employee_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    job_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role_level = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: true),
                    line_manager_id = table.Column<string>(type: "TEXT", nullable: true),
                    full_time_fraction = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    leaves_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_person", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_person_people_person_line_manager_id",
                        column: x => x.line_manager_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "people_person_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_person_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_person_claim_people_person_user_id",
                        column: x => x.user_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_person_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_person_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_people_person_login_people_person_user_id",
                        column: x => x.user_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_person_role",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    role_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_person_role", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "FK_people_person_role_people_person_user_id",
                        column: x => x.user_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_people_person_role_people_role_role_id",
                        column: x => x.role_id,
                        principalTable: "people_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_person_token",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_person_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_people_person_token_people_person_user_id",
                        column: x => x.user_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_unit",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent_id = table.Column<string>(type: "TEXT", nullable: true),
                    head_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_unit", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_unit_people_person_head_id",
                        column: x => x.head_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_people_unit_people_unit_parent_id",
                        column: x => x.parent_id,
                        principalTable: "people_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_subject_kind_subject_id",
                table: "audit_entry",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entry_published_utc",
                table: "catalogue_entry",
                column: "published_utc");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entry_review_by",
                table: "catalogue_entry",
                column: "review_by");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entry_slug",
                table: "catalogue_entry",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "content_item_by_type",
                table: "content_item",
                columns: new[] { "content_type", "modified_utc" },
                filter: "latest");

            migrationBuilder.CreateIndex(
                name: "content_item_latest",
                table: "content_item",
                column: "content_item_id",
                unique: true,
                filter: "latest");

            migrationBuilder.CreateIndex(
                name: "content_item_published",
                table: "content_item",
                column: "content_item_id",
                unique: true,
                filter: "published");

            migrationBuilder.CreateIndex(
                name: "IX_content_item_content_item_version_id",
                table: "content_item",
                column: "content_item_version_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_route_content_item_id",
                table: "content_route",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "people_person",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_people_person_employee_number",
                table: "people_person",
                column: "employee_number",
                unique: true,
                filter: "employee_number <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_people_person_line_manager_id",
                table: "people_person",
                column: "line_manager_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_person_unit_id",
                table: "people_person",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "people_person",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_person_claim_user_id",
                table: "people_person_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_person_login_user_id",
                table: "people_person_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_person_role_role_id",
                table: "people_person_role",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "people_role",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_role_claim_role_id",
                table: "people_role_claim",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_unit_code",
                table: "people_unit",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_unit_head_id",
                table: "people_unit",
                column: "head_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_unit_parent_id",
                table: "people_unit",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_search_document_content_item_id",
                table: "search_document",
                column: "content_item_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_people_person_people_unit_unit_id",
                table: "people_person",
                column: "unit_id",
                principalTable: "people_unit",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_people_person_people_unit_unit_id",
                table: "people_person");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "catalogue_entry");

            migrationBuilder.DropTable(
                name: "content_definition");

            migrationBuilder.DropTable(
                name: "content_item");

            migrationBuilder.DropTable(
                name: "content_media");

            migrationBuilder.DropTable(
                name: "content_route");

            migrationBuilder.DropTable(
                name: "people_person_claim");

            migrationBuilder.DropTable(
                name: "people_person_login");

            migrationBuilder.DropTable(
                name: "people_person_role");

            migrationBuilder.DropTable(
                name: "people_person_token");

            migrationBuilder.DropTable(
                name: "people_role_claim");

            migrationBuilder.DropTable(
                name: "platform_feature");

            migrationBuilder.DropTable(
                name: "platform_settings");

            migrationBuilder.DropTable(
                name: "search_facet");

            migrationBuilder.DropTable(
                name: "search_state");

            migrationBuilder.DropTable(
                name: "search_word");

            migrationBuilder.DropTable(
                name: "people_role");

            migrationBuilder.DropTable(
                name: "search_document");

            migrationBuilder.DropTable(
                name: "people_unit");

            migrationBuilder.DropTable(
                name: "people_person");
        }
    }
}

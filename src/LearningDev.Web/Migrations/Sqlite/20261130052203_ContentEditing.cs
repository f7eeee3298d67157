using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ContentEditing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                ALTER TABLE content_media RENAME TO content_media_before;
                """);

            migrationBuilder.AddColumn<string>(
                name: "archived_by",
                table: "content_item",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "archived_utc",
                table: "content_item",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "content_item",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "content_item",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "own_facts",
                table: "catalogue_entry",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "content_media",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    folder = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    source_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    blob_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    alternative_text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    is_decorative = table.Column<bool>(type: "INTEGER", nullable: false),
                    transcript = table.Column<string>(type: "TEXT", nullable: false),
                    added_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    modified_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    modified_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_assessment",
                columns: table => new
                {
                    assessment_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    entry_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_assessment", x => new { x.assessment_id, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_provider",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    is_recognised = table.Column<bool>(type: "INTEGER", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    has_inclusive_tools = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_provider", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_bin",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    display_text = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    was_published = table.Column<bool>(type: "INTEGER", nullable: false),
                    removed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bin", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_bulk_change",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    value_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    expires_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    begun_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    alive_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bulk_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_definition_version",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    saved_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    restored_version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_definition_version", x => new { x.kind, x.name, x.version });
                });

            migrationBuilder.CreateTable(
                name: "content_definition_work",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    types = table.Column<string>(type: "TEXT", nullable: false),
                    change = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    last_row_id = table.Column<long>(type: "INTEGER", nullable: false),
                    begun_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_definition_work", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_former_value",
                columns: table => new
                {
                    row_id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_former_value", x => new { x.row_id, x.part, x.field, x.version });
                    table.ForeignKey(
                        name: "FK_content_former_value_content_item_row_id",
                        column: x => x.row_id,
                        principalTable: "content_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_link",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    host = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    checked_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    failing_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    failed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    failed_days = table.Column<int>(type: "INTEGER", nullable: false),
                    moved_to = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    asked_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ignored_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ignored_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ignored_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_link_use",
                columns: table => new
                {
                    link_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    fields = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_link_use", x => new { x.link_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "content_listing",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    saved_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    review_by = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_listing", x => x.content_item_id);
                });

            migrationBuilder.CreateTable(
                name: "content_listing_topic",
                columns: table => new
                {
                    term_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_listing_topic", x => new { x.term_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "content_media_alias",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    file_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_alias", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "content_media_captions",
                columns: table => new
                {
                    file_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_captions", x => new { x.file_id, x.language });
                });

            migrationBuilder.CreateTable(
                name: "content_media_chunk",
                columns: table => new
                {
                    blob_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_chunk", x => new { x.blob_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "content_media_folder",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_folder", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "content_media_use",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    is_latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_use", x => new { x.content_item_id, x.path });
                });

            migrationBuilder.CreateTable(
                name: "content_media_variant",
                columns: table => new
                {
                    blob_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_variant", x => new { x.blob_id, x.width });
                });

            migrationBuilder.CreateTable(
                name: "content_open_form",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    opened_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    heard_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fields = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_open_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_planned_change",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    display_text = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    due_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    planned_by_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    planned_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    refused_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_planned_change", x => new { x.content_item_id, x.action });
                });

            migrationBuilder.CreateTable(
                name: "content_review",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    review_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    has_source = table.Column<bool>(type: "INTEGER", nullable: false),
                    quality = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    told = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review", x => new { x.content_item_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "content_sheet",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    type_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sheet = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    matching = table.Column<string>(type: "TEXT", nullable: true),
                    kept_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    begun_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    alive_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    worked = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    failure = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_sheet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recognition_celebration",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    recipient_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    recipient_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    recipient_unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sender_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    sender_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    learning = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    shown_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_celebration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recognition_kept_off",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    since_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_kept_off", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "content_bulk_item",
                columns: table => new
                {
                    bulk_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bulk_item", x => new { x.bulk_id, x.number });
                    table.ForeignKey(
                        name: "FK_content_bulk_item_content_bulk_change_bulk_id",
                        column: x => x.bulk_id,
                        principalTable: "content_bulk_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_sheet_file",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_sheet_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_content_sheet_file_content_sheet_id",
                        column: x => x.id,
                        principalTable: "content_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_sheet_row",
                columns: table => new
                {
                    sheet_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    version_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_sheet_row", x => new { x.sheet_id, x.number });
                    table.ForeignKey(
                        name: "FK_content_sheet_row_content_sheet_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "content_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recognition_applause",
                columns: table => new
                {
                    celebration_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_applause", x => new { x.celebration_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_recognition_applause_recognition_celebration_celebration_id",
                        column: x => x.celebration_id,
                        principalTable: "recognition_celebration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recognition_report",
                columns: table => new
                {
                    celebration_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    reported_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_settled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recognition_report", x => new { x.celebration_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_recognition_report_recognition_celebration_celebration_id",
                        column: x => x.celebration_id,
                        principalTable: "recognition_celebration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Versions that are there already are counted in the order in which they were saved.
            migrationBuilder.Sql(
                """
                UPDATE content_item SET number = ranked.place
                FROM (SELECT id, row_number() OVER (PARTITION BY content_item_id ORDER BY id) AS place FROM content_item) AS ranked
                WHERE ranked.id = content_item.id;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_content_media_folder_modified_utc",
                table: "content_media",
                columns: new[] { "folder", "modified_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_media_path",
                table: "content_media",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "content_item_versions",
                table: "content_item",
                columns: new[] { "content_item_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "content_item_versions_by_type",
                table: "content_item",
                columns: new[] { "content_type", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_assessment_entry_id",
                table: "catalogue_assessment",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_provider_name",
                table: "catalogue_provider",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_content_bin_removed_utc",
                table: "content_bin",
                column: "removed_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_bulk_change_expires_utc",
                table: "content_bulk_change",
                column: "expires_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_bulk_item_bulk_id_outcome_number",
                table: "content_bulk_item",
                columns: new[] { "bulk_id", "outcome", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_content_definition_work_ended_utc",
                table: "content_definition_work",
                column: "ended_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_link_next_utc",
                table: "content_link",
                column: "next_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_link_state_failing_since",
                table: "content_link",
                columns: new[] { "state", "failing_since" });

            migrationBuilder.CreateIndex(
                name: "IX_content_link_use_content_item_id",
                table: "content_link_use",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "content_listing_by_author",
                table: "content_listing",
                columns: new[] { "author", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_owner",
                table: "content_listing",
                columns: new[] { "owner_id", "state", "content_type", "review_by" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_review",
                table: "content_listing",
                columns: new[] { "review_by", "content_item_id", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_saved",
                table: "content_listing",
                columns: new[] { "saved_utc", "content_item_id", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_title",
                table: "content_listing",
                columns: new[] { "words", "content_item_id", "state", "content_type" });

            migrationBuilder.CreateIndex(
                name: "content_listing_by_type",
                table: "content_listing",
                columns: new[] { "content_type", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_content_listing_topic_content_item_id",
                table: "content_listing_topic",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_alias_file_id",
                table: "content_media_alias",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_use_path",
                table: "content_media_use",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "IX_content_open_form_content_item_id_opened_utc",
                table: "content_open_form",
                columns: new[] { "content_item_id", "opened_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_open_form_opened_utc",
                table: "content_open_form",
                column: "opened_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_open_form_person_id_content_type",
                table: "content_open_form",
                columns: new[] { "person_id", "content_type" });

            migrationBuilder.CreateIndex(
                name: "IX_content_planned_change_refused_utc_due_utc",
                table: "content_planned_change",
                columns: new[] { "refused_utc", "due_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_review_owner_id",
                table: "content_review",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_review_review_by",
                table: "content_review",
                column: "review_by");

            migrationBuilder.CreateIndex(
                name: "IX_content_sheet_kept_utc",
                table: "content_sheet",
                column: "kept_utc");

            migrationBuilder.CreateIndex(
                name: "IX_content_sheet_person_id_content_type_kept_utc",
                table: "content_sheet",
                columns: new[] { "person_id", "content_type", "kept_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_sheet_row_sheet_id_outcome_number",
                table: "content_sheet_row",
                columns: new[] { "sheet_id", "outcome", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_recognition_celebration_recipient_id",
                table: "recognition_celebration",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "IX_recognition_celebration_sender_id_sent_utc",
                table: "recognition_celebration",
                columns: new[] { "sender_id", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_recognition_celebration_state_shown_utc",
                table: "recognition_celebration",
                columns: new[] { "state", "shown_utc" });

            // What was kept in one piece is cut into pieces of a megabyte.
            migrationBuilder.Sql(
                """
                INSERT INTO content_media (
                    id, path, folder, kind, content_type, length, hash, source_hash, blob_id, alternative_text, is_decorative, transcript,
                    added_utc, added_by, modified_utc, modified_by, revision)
                SELECT printf('%026d', row_number() OVER (ORDER BY path)), path, rtrim(rtrim(path, replace(path, '/', '')), '/'),
                    CASE WHEN content_type LIKE 'image/%' THEN 'Picture' WHEN content_type LIKE 'video/%' THEN 'Video' WHEN content_type = 'text/vtt' THEN 'Captions'
                        WHEN content_type LIKE '%presentation' THEN 'Presentation' WHEN content_type LIKE '%sheet' THEN 'Spreadsheet' ELSE 'Document' END,
                    content_type, length, hash, hash, '', alternative_text, 0, '', modified_utc, '', modified_utc, '', 0
                FROM content_media_before;
                UPDATE content_media SET blob_id = id;
                INSERT INTO content_media_chunk (blob_id, number, bytes)
                WITH RECURSIVE piece (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM piece WHERE number < 31)
                SELECT file.blob_id, piece.number, substr(before.bytes, piece.number * 1048576 + 1, 1048576)
                FROM content_media file JOIN content_media_before before ON before.path = file.path JOIN piece ON piece.number * 1048576 < file.length;
                INSERT INTO content_media_folder (path)
                WITH RECURSIVE above (path) AS (
                    SELECT DISTINCT folder FROM content_media WHERE folder <> ''
                    UNION SELECT rtrim(rtrim(path, replace(path, '/', '')), '/') FROM above WHERE path LIKE '%/%')
                SELECT path FROM above;
                DROP TABLE content_media_before;
                """);

            // What was removed before there was a bin goes into it, and is kept as if it had been removed now.
            migrationBuilder.Sql(
                """
                INSERT INTO content_bin (content_item_id, content_type, display_text, version_id, was_published, removed_utc)
                SELECT content_item_id, content_type, display_text, content_item_version_id, published_utc IS NOT NULL, strftime('%Y-%m-%d %H:%M:%f', 'now')
                FROM content_item AS newest
                WHERE NOT EXISTS (
                    SELECT 1 FROM content_item AS other
                    WHERE other.content_item_id = newest.content_item_id AND (other.latest OR other.published OR other.number > newest.number));
                """);

            // The catalogue is searched by providers too.
            migrationBuilder.Sql("UPDATE search_state SET stems = 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_assessment");

            migrationBuilder.DropTable(
                name: "catalogue_provider");

            migrationBuilder.DropTable(
                name: "content_bin");

            migrationBuilder.DropTable(
                name: "content_bulk_item");

            migrationBuilder.DropTable(
                name: "content_definition_version");

            migrationBuilder.DropTable(
                name: "content_definition_work");

            migrationBuilder.DropTable(
                name: "content_former_value");

            migrationBuilder.DropTable(
                name: "content_link");

            migrationBuilder.DropTable(
                name: "content_link_use");

            migrationBuilder.DropTable(
                name: "content_listing");

            migrationBuilder.DropTable(
                name: "content_listing_topic");

            migrationBuilder.DropTable(
                name: "content_media_alias");

            migrationBuilder.DropTable(
                name: "content_media_captions");

            migrationBuilder.DropTable(
                name: "content_media_chunk");

            migrationBuilder.DropTable(
                name: "content_media_folder");

            migrationBuilder.DropTable(
                name: "content_media_use");

            migrationBuilder.DropTable(
                name: "content_media_variant");

            migrationBuilder.DropTable(
                name: "content_open_form");

            migrationBuilder.DropTable(
                name: "content_planned_change");

            migrationBuilder.DropTable(
                name: "content_review");

            migrationBuilder.DropTable(
                name: "content_sheet_file");

            migrationBuilder.DropTable(
                name: "content_sheet_row");

            migrationBuilder.DropTable(
                name: "recognition_applause");

            migrationBuilder.DropTable(
                name: "recognition_kept_off");

            migrationBuilder.DropTable(
                name: "recognition_report");

            migrationBuilder.DropTable(
                name: "content_bulk_change");

            migrationBuilder.DropTable(
                name: "content_sheet");

            migrationBuilder.DropTable(
                name: "recognition_celebration");

            migrationBuilder.DropIndex(
                name: "content_item_versions",
                table: "content_item");

            migrationBuilder.DropIndex(
                name: "content_item_versions_by_type",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "archived_by",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "archived_utc",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "note",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "number",
                table: "content_item");

            migrationBuilder.DropColumn(
                name: "own_facts",
                table: "catalogue_entry");

            migrationBuilder.DropTable(
                name: "content_media");

            // Files go: the earlier schema has no room for large ones.
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
        }
    }
}

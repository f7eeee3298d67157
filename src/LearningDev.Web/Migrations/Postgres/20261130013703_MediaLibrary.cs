using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MediaLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                ALTER TABLE content_media DROP CONSTRAINT "PK_content_media";
                ALTER TABLE content_media RENAME TO content_media_before;
                """);

            migrationBuilder.CreateTable(
                name: "content_media",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    path = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    folder = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    blob_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: true),
                    height = table.Column<int>(type: "integer", nullable: true),
                    alternative_text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_decorative = table.Column<bool>(type: "boolean", nullable: false),
                    transcript = table.Column<string>(type: "text", nullable: false),
                    added_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    modified_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    modified_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_media_alias",
                columns: table => new
                {
                    path = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    file_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_alias", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "content_media_captions",
                columns: table => new
                {
                    file_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_captions", x => new { x.file_id, x.language });
                });

            migrationBuilder.CreateTable(
                name: "content_media_chunk",
                columns: table => new
                {
                    blob_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_chunk", x => new { x.blob_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "content_media_folder",
                columns: table => new
                {
                    path = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_folder", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "content_media_use",
                columns: table => new
                {
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    path = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_use", x => new { x.content_item_id, x.path });
                });

            migrationBuilder.CreateTable(
                name: "content_media_variant",
                columns: table => new
                {
                    blob_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_variant", x => new { x.blob_id, x.width });
                });

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
                name: "IX_content_media_alias_file_id",
                table: "content_media_alias",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_use_path",
                table: "content_media_use",
                column: "path");

            // What was kept in one piece is cut into pieces of a megabyte.
            migrationBuilder.Sql(
                """
                INSERT INTO content_media (
                    id, path, folder, kind, content_type, length, hash, source_hash, blob_id, alternative_text, is_decorative, transcript,
                    added_utc, added_by, modified_utc, modified_by, revision)
                SELECT substr(md5(random()::text || path), 1, 26), path, regexp_replace(path, '/?[^/]*$', ''),
                    CASE WHEN content_type LIKE 'image/%' THEN 'Picture' WHEN content_type LIKE 'video/%' THEN 'Video' WHEN content_type = 'text/vtt' THEN 'Captions'
                        WHEN content_type LIKE '%presentation' THEN 'Presentation' WHEN content_type LIKE '%sheet' THEN 'Spreadsheet' ELSE 'Document' END,
                    content_type, length, hash, hash, '', alternative_text, false, '', modified_utc, '', modified_utc, '', 0
                FROM content_media_before;
                UPDATE content_media SET blob_id = id;
                INSERT INTO content_media_chunk (blob_id, number, bytes)
                WITH RECURSIVE piece (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM piece WHERE number < 31)
                SELECT file.blob_id, piece.number, substr(before.bytes, piece.number * 1048576 + 1, 1048576)
                FROM content_media file JOIN content_media_before before ON before.path = file.path JOIN piece ON piece.number * 1048576 < file.length;
                INSERT INTO content_media_folder (path)
                WITH RECURSIVE above (path) AS (
                    SELECT DISTINCT folder FROM content_media WHERE folder <> ''
                    UNION SELECT regexp_replace(path, '/?[^/]*$', '') FROM above WHERE path LIKE '%/%')
                SELECT path FROM above;
                DROP TABLE content_media_before;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_media");

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

            // Files go: the earlier schema has no room for large ones.
            migrationBuilder.CreateTable(
                name: "content_media",
                columns: table => new
                {
                    path = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    alternative_text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    modified_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media", x => x.path);
                });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddNotifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_notification",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    summary = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    digest_due_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_notification", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_notification_people_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_notification_choice",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_notification_choice", x => new { x.person_id, x.kind, x.channel });
                    table.ForeignKey(
                        name: "FK_platform_notification_choice_people_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_notification_preference",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    digest_hour = table.Column<int>(type: "integer", nullable: true),
                    text_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_notification_preference", x => x.person_id);
                    table.ForeignKey(
                        name: "FK_platform_notification_preference_people_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_notify_hand_over",
                columns: table => new
                {
                    reference = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    notify_id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    begun_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_notify_hand_over", x => x.reference);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_notification_created_utc",
                table: "platform_notification",
                column: "created_utc");

            migrationBuilder.CreateIndex(
                name: "IX_platform_notification_digest_due_utc",
                table: "platform_notification",
                column: "digest_due_utc",
                filter: "digest_due_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_notification_person_id_created_utc_id",
                table: "platform_notification",
                columns: new[] { "person_id", "created_utc", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_notification_person_id_key",
                table: "platform_notification",
                columns: new[] { "person_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_notification_unread",
                table: "platform_notification",
                column: "person_id",
                filter: "read_utc IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_notify_hand_over_begun_utc",
                table: "platform_notify_hand_over",
                column: "begun_utc");

            migrationBuilder.CreateIndex(
                name: "IX_platform_notify_hand_over_state_changed_utc",
                table: "platform_notify_hand_over",
                columns: new[] { "state", "changed_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_notification");

            migrationBuilder.DropTable(
                name: "platform_notification_choice");

            migrationBuilder.DropTable(
                name: "platform_notification_preference");

            migrationBuilder.DropTable(
                name: "platform_notify_hand_over");
        }
    }
}

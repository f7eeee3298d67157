using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SavedAndRecommended : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_dismissal",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    dismissed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_dismissal", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_recommendation",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    sender_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    sender_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recipient_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_recommendation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_saved",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    content_item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    saved_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_saved", x => new { x.person_id, x.content_item_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_dismissal_person_id_dismissed_utc",
                table: "catalogue_dismissal",
                columns: new[] { "person_id", "dismissed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_recommendation_recipient_id_content_item_id_sende~",
                table: "catalogue_recommendation",
                columns: new[] { "recipient_id", "content_item_id", "sender_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_recommendation_sender_id_sent_utc",
                table: "catalogue_recommendation",
                columns: new[] { "sender_id", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_saved_content_item_id",
                table: "catalogue_saved",
                column: "content_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_saved_person_id_saved_utc",
                table: "catalogue_saved",
                columns: new[] { "person_id", "saved_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_dismissal");

            migrationBuilder.DropTable(
                name: "catalogue_recommendation");

            migrationBuilder.DropTable(
                name: "catalogue_saved");
        }
    }
}

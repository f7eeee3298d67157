using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTrainingRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funding_training_request",
                columns: table => new
                {
                    item_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    directorate_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    total = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    classification = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funding_training_request", x => x.item_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_funding_training_request_case_id",
                table: "funding_training_request",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funding_training_request_person_id_changed_utc",
                table: "funding_training_request",
                columns: new[] { "person_id", "changed_utc" });

            migrationBuilder.CreateIndex(
                name: "IX_funding_training_request_state_sent_utc",
                table: "funding_training_request",
                columns: new[] { "state", "sent_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funding_training_request");
        }
    }
}

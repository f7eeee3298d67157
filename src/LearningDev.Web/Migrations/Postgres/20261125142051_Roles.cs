using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "assigned_by",
                table: "people_person_role",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "people_person_role",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "people_person_role",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "starts_on",
                table: "people_person_role",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "people_role_rule",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    role_id = table.Column<string>(type: "character varying(26)", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_role_rule", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_role_rule_people_role_role_id",
                        column: x => x.role_id,
                        principalTable: "people_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_role_rule_role_id_kind_value",
                table: "people_role_rule",
                columns: new[] { "role_id", "kind", "value" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_role_rule");

            migrationBuilder.DropColumn(
                name: "assigned_by",
                table: "people_person_role");

            migrationBuilder.DropColumn(
                name: "ends_on",
                table: "people_person_role");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "people_person_role");

            migrationBuilder.DropColumn(
                name: "starts_on",
                table: "people_person_role");
        }
    }
}

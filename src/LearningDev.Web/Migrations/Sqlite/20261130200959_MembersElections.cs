using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MembersElections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "members_election",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    in_office_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    confirmed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_election", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_election_result",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    election_id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ward_id = table.Column<string>(type: "TEXT", nullable: true),
                    group_id = table.Column<string>(type: "TEXT", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "members_election_result");

            migrationBuilder.DropTable(
                name: "members_election");
        }
    }
}

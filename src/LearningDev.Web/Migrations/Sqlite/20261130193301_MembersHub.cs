using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningDev.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MembersHub : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "members_body",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_body", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_group",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_ward",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_ward", x => x.id);
                    table.CheckConstraint("ck_members_ward_seats", "seats >= 1 AND seats <= 9");
                });

            migrationBuilder.CreateTable(
                name: "members_group_membership",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    body_id = table.Column<string>(type: "TEXT", nullable: true),
                    group_id = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                name: "members_term",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ward_id = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "IX_members_body_name",
                table: "members_body",
                column: "name",
                unique: true);

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
                name: "IX_members_term_person_id_from",
                table: "members_term",
                columns: new[] { "person_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_term_ward_id",
                table: "members_term",
                column: "ward_id");

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
                name: "members_group_membership");

            migrationBuilder.DropTable(
                name: "members_office");

            migrationBuilder.DropTable(
                name: "members_term");

            migrationBuilder.DropTable(
                name: "members_body");

            migrationBuilder.DropTable(
                name: "members_group");

            migrationBuilder.DropTable(
                name: "members_ward");
        }
    }
}

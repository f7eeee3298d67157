using System.Net;
using LearningDev.Catalogue;
using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Platform;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People;
using LearningDev.Tests.Platform.Audit.Chain;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Web.Migrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup;

/// <summary>A database of the schema before the audit's chain is brought to the newest, and the portal works on it.</summary>
[Requirement("ADM-05")]
public class UpgradeTests(UpgradeTests.OldPortal portal) : IClassFixture<UpgradeTests.OldPortal>
{
    [Fact]
    public async Task Start_OldDatabase_HasTheNewestSchema()
    {
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        using var client = portal.SignedOut();

        (await client.GetStringAsync("/health/ready")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Start_OldAudit_IsChainedInItsOrder()
    {
        var rows = await portal.RowsAsync();

        rows.Take(3).Select(row => (row.Id, row.Summary)).ShouldBe([(3, "Imported Ada"), (7, "Imported the unit Parks"), (8, "Published Old pages")]);
        rows.ShouldAllBe(row => row.Hash.Length == AuditHash.Size);
        rows[0].ReadChanges().ShouldBeEmpty();
        var result = await portal.VerifyAsync();
        result.Fault.ShouldBeNull();
        result.Rows.ShouldBe(rows.Count);
    }

    [Fact]
    public async Task SignIn_OldAccount_IsLetIn()
    {
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Form("/sign-in");

        using var answer = await client.SubmitAsync(form, ("UserName", "ada"), ("Password", OldPortal.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/profile")).QuerySelector("main")!.TextContent.ShouldContain("Ada Lovelace");
        (await client.GetPageAsync("/admin/audit/3")).QuerySelector("h1")!.TextContent.ShouldBe("Imported Ada");
        (await client.GetPageAsync("/admin/running")).QuerySelector("h1")!.TextContent.ShouldBe("How the portal runs");
    }

    [Fact]
    public async Task Read_OldContent_IsThere()
    {
        await using var scope = portal.Scope();

        (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync("old-pages", VersionChoice.Published))!.DisplayText.ShouldBe("Old pages");
    }

    public sealed class OldPortal : PortalHost
    {
        public const string Password = "lovelace-and-babbage";

        // The schema of 25 November 2026.
        private static readonly string[] Old = ["20261123163113_Initial", "20261123200000_FullText", "20261125100340_Catalogue", "20261125235900_Stems"];

        private static readonly Guid Stamp = new("0d7a4c1e-58a5-4d3f-9a52-2f2a5c8d1b10");

        protected override async Task<DatabaseCopy> MakeDatabaseAsync()
        {
            var database = await EmptyDatabaseAsync();
            var builder = WebApplication.CreateBuilder(
                [$"--Database:Provider={(TestDatabase.IsPostgres ? "Postgres" : "Sqlite")}", $"--Database:ConnectionString={database.ConnectionString}"]);
            builder.AddPortalDatabase<SqlitePortalDb, PostgresPortalDb>();
            builder.AddPortal([new PlatformModule(), new ContentModule(), new CatalogueModule()]);
            await using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await MakeOldSchemaAsync(db);
            await FillAsync(db);
            return database;
        }

        private static async Task MakeOldSchemaAsync(PortalDb db)
        {
            var migrations = db.GetService<IMigrationsAssembly>();
            var history = db.GetService<IHistoryRepository>();
            var generator = db.GetService<IMigrationsSqlGenerator>();
            var initializer = db.GetService<IModelRuntimeInitializer>();
            await history.CreateIfNotExistsAsync();
            foreach (var id in Old)
            {
                var migration = migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!);
                var model = initializer.Initialize(migration.TargetModel, designTime: true, validationLogger: null);
                foreach (var command in generator.Generate(migration.UpOperations, model))
                {
                    await RunAsync(db, command.CommandText);
                }

                await RunAsync(db, history.GetInsertScript(new HistoryRow(id, "10.0.0")));
            }
        }

        private static async Task FillAsync(PortalDb db)
        {
            var hash = new PasswordHasher<Person>().HashPassword(new Person(), Password);
            const string item = """{"TitlePart":{"Title":"Old pages"}}""";
            var yes = db.IsSqlite ? "1" : "true";
            var no = db.IsSqlite ? "0" : "false";
            await RunAsync(
                db,
                $$"""
                INSERT INTO people_role (id, name, normalized_name, description) VALUES ('role', 'Administrator', 'ADMINISTRATOR', '');
                INSERT INTO people_person (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp,
                    phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, given_name, family_name, employee_number, job_title, grade,
                    role_level, full_time_fraction)
                VALUES ('ada', 'ada', 'ADA', 'ada@council.example', 'ADA@COUNCIL.EXAMPLE', {{yes}}, '{{hash}}', '{{Stamp}}', '{{Stamp}}',
                    {{no}}, {{no}}, {{yes}}, 0, 'Ada', 'Lovelace', '', '', '', '', {{(db.IsSqlite ? "'1.0'" : "1")}});
                INSERT INTO people_person_role (user_id, role_id) VALUES ('ada', 'role');
                INSERT INTO content_item (content_item_id, content_item_version_id, content_type, display_text, latest, published, json, revision)
                VALUES ('old-pages', 'old-pages-1', 'Course', 'Old pages', {{yes}}, {{yes}}, '{{item}}', 1);
                """);
            foreach (var (id, kind, summary) in ((int, string, string)[])
                [(3, "Person", "Imported Ada"), (7, "Unit", "Imported the unit Parks"), (8, "Course", "Published Old pages")])
            {
                await RunAsync(
                    db,
                    $$"""
                    INSERT INTO audit_entry (id, occurred_utc, person_id, person_name, event, subject_kind, subject_id, subject_name, summary, data)
                    VALUES ({{id}}, '2026-11-24 09:30:00.123456{{(db.IsSqlite ? "7" : "Z")}}', NULL, 'The portal', 'Imported', '{{kind}}', 'x', 'X', '{{summary}}', '[]')
                    """);
            }
        }

        private static async Task RunAsync(PortalDb db, string sql)
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The words are this test's own and the migrations'.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}

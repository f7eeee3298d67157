using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People;
using LearningDev.Web.Migrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Web.Setup;

/// <summary>Makes a database as a portal of 25 November 2026 left it: before the audit's chain, accounts and the keys in the database.</summary>
internal static class OldDatabase
{
    public const string Password = "lovelace-and-babbage";

    /// <summary>How many bytes its one file has; it was kept in one piece.</summary>
    public const int FileLength = 2_500_000;

    /// <summary>Its migrations; later ones have numbers between them.</summary>
    public static readonly string[] Migrations = ["20261123163113_Initial", "20261123200000_FullText", "20261125100340_Catalogue", "20261125235900_Stems"];

    private static readonly Guid Stamp = new("0d7a4c1e-58a5-4d3f-9a52-2f2a5c8d1b10");

    /// <summary>The portal's services on the database, without a schema yet.</summary>
    public static WebApplication Host(bool postgres, string connectionString)
    {
        var builder = WebApplication.CreateBuilder([$"--Database:Provider={(postgres ? "Postgres" : "Sqlite")}", $"--Database:ConnectionString={connectionString}"]);
        builder.AddPortalDatabase<SqlitePortalDb, PostgresPortalDb>();
        builder.AddPortal(HostModules.All);
        return builder.Build();
    }

    public static async Task MakeAsync(bool postgres, string connectionString)
    {
        await using var host = Host(postgres, connectionString);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await MakeSchemaAsync(db);
        await FillAsync(db);
    }

    private static async Task MakeSchemaAsync(PortalDb db)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var history = db.GetService<IHistoryRepository>();
        var generator = db.GetService<IMigrationsSqlGenerator>();
        var initializer = db.GetService<IModelRuntimeInitializer>();
        await history.CreateIfNotExistsAsync();
        foreach (var id in Migrations)
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
        const string item = """{"TitlePart":{"Title":"Old pages"},"MarkdownBodyPart":{"Markdown":"[Plan](/media/old/papers/plan.pdf)"}}""";
        var file = db.IsSqlite ? $"CAST(replace(hex(zeroblob({FileLength / 2})), '00', 'ab') AS BLOB)" : $"convert_to(repeat('ab', {FileLength / 2}), 'UTF8')";
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
            VALUES ('old-pages', 'old-pages-0', 'Course', 'Older pages', {{no}}, {{no}}, '{{item}}', 2), ('gone', 'gone-1', 'Course', 'Gone before', {{no}}, {{no}}, '{{item}}', 2),
                ('old-pages', 'old-pages-1', 'Course', 'Old pages', {{yes}}, {{yes}}, '{{item}}', 1), ('gone', 'gone-2', 'Course', 'Gone', {{no}}, {{no}}, '{{item}}', 2);
            INSERT INTO content_media (path, content_type, length, hash, alternative_text, modified_utc, bytes)
            VALUES ('old/papers/plan.pdf', 'application/pdf', {{FileLength}}, 'hash-of-the-plan', 'The plan', '2026-11-24 09:30:00{{(db.IsSqlite ? "" : "Z")}}', {{file}});
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

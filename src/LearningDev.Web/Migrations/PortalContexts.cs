using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Migrations;

/// <summary>The portal's database on SQLite, with the migrations in the folder Sqlite.</summary>
internal sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, ModuleRegistry registry) : PortalDb(options, registry);

/// <summary>The portal's database on PostgreSQL, with the migrations in the folder Postgres.</summary>
internal sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options, ModuleRegistry registry) : PortalDb(options, registry);

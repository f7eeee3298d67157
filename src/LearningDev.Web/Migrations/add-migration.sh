#!/usr/bin/env bash
# Adds a migration for each database:  src/LearningDev.Web/Migrations/add-migration.sh NameOfTheChange
# The scaffolder runs in a program outside the repository, so that the solution never references EF Core's design-time package.
set -euo pipefail
name=${1:?Say what the migration is called, for example AddCatalogue}
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's/.*Microsoft.EntityFrameworkCore" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")

mkdir -p "$work/tool"
cat > "$work/tool/LearningDev.Scaffold.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><NoWarn>EF1001</NoWarn></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="$version" />
    <ProjectReference Include="$root/src/LearningDev.Web/LearningDev.Web.csproj" />
  </ItemGroup>
</Project>
XML
cat > "$work/tool/Scaffold.cs" <<'CSHARP'
using System.Reflection;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Modules;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;

internal static class Scaffold
{
    private static void Main(string[] args)
    {
        var (name, root) = (args[0], args[1]);
        var web = Assembly.Load("LearningDev.Web");
        Type Context(string type) => web.GetType($"LearningDev.Web.Migrations.{type}")!;
        foreach (var (provider, type) in new[] { ("Sqlite", "SqlitePortalDb"), ("Postgres", "PostgresPortalDb") })
        {
            var host = WebApplication.CreateBuilder([$"--Database:Provider={provider}", "--Database:ConnectionString=" + (provider == "Sqlite" ? "Data Source=:memory:" : "Host=localhost")]);
            typeof(DatabaseServices).GetMethod("AddPortalDatabase")!.MakeGenericMethod(Context("SqlitePortalDb"), Context("PostgresPortalDb")).Invoke(null, [host]);
            var modules = web.GetReferencedAssemblies().Where(assembly => assembly.Name!.StartsWith("LearningDev.")).Select(Assembly.Load).Append(web)
                .SelectMany(assembly => assembly.GetExportedTypes()).Where(candidate => candidate.IsClass && candidate.IsAssignableTo(typeof(IModule)))
                .Select(module => (IModule)Activator.CreateInstance(module)!).OrderBy(module => module.Manifest.Id, StringComparer.Ordinal).ToArray();
            host.AddPortal(modules);
            using var scope = host.Build().Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var reporter = new OperationReporter(new OperationReportHandler(Console.Error.WriteLine));
            var services = new DesignTimeServicesBuilder(web, web, reporter, []).Build(db);
            var scaffolder = services.CreateScope().ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
            var migration = scaffolder.ScaffoldMigration(name, "LearningDev.Web", $"Migrations.{provider}");
            var files = scaffolder.Save(Path.Combine(root, "src/LearningDev.Web"), migration, Path.Combine(root, "src/LearningDev.Web/Migrations", provider), dryRun: false);
            Console.WriteLine(files.MigrationFile);
        }
    }
}
CSHARP
dotnet run --project "$work/tool" -- "$name" "$root"

using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Machine;
using LearningDev.TestSupport.Portal;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes;

/// <summary>
/// Kills the host (SIGKILL) at random moments while it runs a recipe: afterwards all of the recipe is there, or nothing. LEARNINGDEV_KILLS says how
/// often; twice unless it is set.
/// </summary>
[Requirement("CMS-05")]
public partial class RecipeKillTests
{
    private static readonly SeededDatabase Council = new(TestDatabase.IsPostgres, FillAsync);

    [Fact]
    public async Task Run_KilledAtRandomMoments_LeavesAllOrNothing()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("LEARNINGDEV_KILLS") ?? "1", CultureInfo.InvariantCulture);
        var recipe = Path.Combine(Directory.CreateTempSubdirectory("learningdev-kill-").FullName, "kill.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe().ToJsonString());
        var (before, after, took) = await UndisturbedAsync(recipe);
        Dictionary<string, int> outcomes = new() { ["nothing"] = 0, ["all"] = 0 };
        var random = new Random(20_261_125);
        var window = took;
        var database = await Council.CopyAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            await RunAsync(database.ConnectionString, recipe, window * random.NextDouble());
            var state = await StateAsync(database.ConnectionString);
            if (state == before)
            {
                outcomes["nothing"]++;
                window *= 1.03;
                continue;
            }

            Counts(state).ShouldBe(Counts(after), $"kill {kill} left something half done");
            // The machine is quicker than it was: most kills are to fall into the run.
            outcomes["all"]++;
            window *= 0.9;
            await database.DisposeAsync();
            database = await Council.CopyAsync();
        }

        // What a killed run leaves must not stand in the way of the next.
        await RunAsync(database.ConnectionString, recipe, killAfter: null);
        Counts(await StateAsync(database.ConnectionString)).ShouldBe(Counts(after));
        await database.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(recipe)!, recursive: true);
        Console.WriteLine($"{kills} kills within {window.TotalMilliseconds:0} ms: {outcomes["nothing"]} left nothing, {outcomes["all"]} left all.");
        outcomes["nothing"].ShouldBeGreaterThan(0);
    }

    private static async Task<(string Before, string After, TimeSpan Took)> UndisturbedAsync(string recipe)
    {
        await using var database = await Council.CopyAsync();
        var before = await StateAsync(database.ConnectionString);
        var took = await RunAsync(database.ConnectionString, recipe, killAfter: null);
        var after = await StateAsync(database.ConnectionString);
        after.ShouldNotBe(before);
        return (before, after, took);
    }

    /// <summary>Something of each kind, and enough of it that a kill falls between.</summary>
    private static JsonObject Recipe()
    {
        var item = LearningDev.Content.Recipes.Recipe.Parse(File.ReadAllBytes(RepositoryRoot.Combine("recipes", "demonstration-skills.recipe.json")), "skills.recipe.json")
            .Steps[0]["data"]![0]!.AsObject();
        return new JsonObject
        {
            ["name"] = "kill",
            ["steps"] = new JsonArray(
                JsonNode.Parse("""{ "name": "settings", "SiteName": "Half done?", "PeopleSettings": { "Grades": [ "Grade 1" ] } }"""),
                JsonNode.Parse("""{ "name": "Roles", "Roles": [ { "Name": "Half", "Permissions": [ "EditContent" ] } ] }"""),
                JsonNode.Parse("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Half", "DisplayName": "Half", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" } ] } ] }"""),
                Items(item, "early", 0),
                new JsonObject { ["name"] = "media", ["Files"] = new JsonArray(new JsonObject { ["TargetPath"] = "half.png", ["Base64"] = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Samples.Folder, "files", "harbour.png"))) }) },
                JsonNode.Parse("""{ "name": "structure", "Units": [ { "Code": "HALF", "Name": "Half", "Kind": "Directorate" } ] }"""),
                JsonNode.Parse("""{ "name": "people", "People": [ { "UserName": "half", "Email": "half@example.gov.uk", "GivenName": "Half", "Unit": "HALF", "Roles": [ "Half" ] } ] }"""),
                Items(item, "late", 1)),
        };
    }

    private static JsonObject Items(JsonObject example, string name, int part) => new()
    {
        ["name"] = "content",
        ["data"] = new JsonArray([.. Enumerable.Range(0, 150).Select(number =>
        {
            var item = example.DeepClone().AsObject();
            item["ContentItemId"] = $"kill-{part}-{number}";
            item["DisplayText"] = $"Learning {name} {number}";
            item["TitlePart"]!["Title"] = $"Learning {name} {number}";
            item["AutoroutePart"]!["Path"] = $"catalogue/kill-{name}-{number}";
            item.Remove("CurationPart");
            item["CurationPart"] = JsonNode.Parse("""{ "QualityAssurance": { "Text": "not-checked" } }""");
            return item;
        })]),
    };

    private static async Task FillAsync(string connectionString)
    {
        var run = await PortalProcess.RunAsync(Options(connectionString), "recipe", "run", "foundations");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
    }

    /// <summary>Runs the recipe in a process of its own, and kills that so long after it has begun.</summary>
    /// <returns>How long the process lived after it had begun.</returns>
    private static async Task<TimeSpan> RunAsync(string connectionString, string recipe, TimeSpan? killAfter)
    {
        await using var process = PortalProcess.Begin(Options(connectionString), "recipe", "run", recipe);
        await process.PrintsAsync(Running());
        var watch = Stopwatch.StartNew();
        if (killAfter is { } wait)
        {
            await Task.WhenAny(process.EndAsync(), Task.Delay(wait));
            return watch.Elapsed;
        }

        (await process.EndAsync()).ShouldBe(0, process.Printed);
        return watch.Elapsed;
    }

    private static PortalProcessOptions Options(string connectionString) => new(
        connectionString, TestDatabase.IsPostgres, "Production", new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" });

    [GeneratedRegex("^Running the recipe")]
    private static partial Regex Running();

    private static async Task<string> StateAsync(string connectionString)
    {
        await using DbConnection connection = TestDatabase.IsPostgres ? new NpgsqlConnection(connectionString) : new SqliteConnection($"{connectionString};Pooling=False");
        await connection.OpenAsync();
        if (!TestDatabase.IsPostgres)
        {
            (await ColumnAsync(connection, "PRAGMA integrity_check")).ShouldBe(["ok"]);
        }

        var tables = await ColumnAsync(connection, TestDatabase.IsPostgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY 1");
        return await Fingerprint.OfAsync(connection, tables);
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are this class's own.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    // Ids and times differ from one run to the next; the numbers of rows do not. How the full-text tables divide their rows is their own affair.
    private static IReadOnlyList<string> Counts(string state) =>
        [.. state.Split('\n').Where(line => !line.Contains("_fts", StringComparison.Ordinal) && !line.Contains("full_text", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ').Take(2)))];
}

using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes;

[Requirement("CMS-05")]
public class RecipeRunnerTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task RunAsync_DemonstrationAgain_ChangesNothing()
    {
        var before = await RowsAsync();

        (await RunAsync("demonstration")).ShouldBe(0);

        (await RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task RunAsync_LastStepFails_LeavesNothing()
    {
        var recipe = Recipe.Parse(
            """
            { "name": "half", "steps": [
              { "name": "settings", "SiteName": "Half done" },
              { "name": "Roles", "Roles": [{ "Name": "Half a role", "Permissions": [] }] },
              { "name": "structure", "Units": [{ "Code": "HALF", "Name": "Half", "Kind": "Directorate" }] },
              { "name": "structure", "Units": [{ "Code": "LOST", "Name": "Lost", "Kind": "Team", "Parent": "NOWHERE" }] }
            ] }
            """);
        var before = await RowsAsync();

        var fault = await RefusedAsync(recipe);

        fault.ShouldBe("half, line 5, structure: The unit LOST belongs to NOWHERE, which is not known.");
        (await RowsAsync()).ShouldBe(before);
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Units.AnyAsync(unit => unit.Code == "HALF")).ShouldBeFalse();
        (await db.Roles.AnyAsync(role => role.Name == "Half a role")).ShouldBeFalse();
        (await portal.GetDocumentAsync("/help")).QuerySelector(".app-masthead__name")!.TextContent.ShouldNotBe("Half done");
    }

    [Fact]
    public async Task RunAsync_DryRunWithinATransaction_LeavesNothingInTheAudit()
    {
        var recipe = Recipe.Parse("""{ "name": "dry-within", "steps": [{ "name": "structure", "Units": [{ "Code": "DRY", "Name": "Dry", "Kind": "Directorate" }] }, { "name": "Roles", "Roles": [{ "Name": "Dry role", "Permissions": [] }] }] }""");
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions { DryRun = true })).Changes.ShouldNotBeEmpty();
            await transaction.CommitAsync();
        }

        await using var after = portal.Scope();
        var found = after.ServiceProvider.GetRequiredService<PortalDb>();
        (await found.Units.AnyAsync(unit => unit.Code == "DRY")).ShouldBeFalse();
        (await found.AuditEntries.Where(entry => entry.Summary.Contains("Dry")).Select(entry => entry.Summary).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "name": "Magic" }""", "There is no step \"Magic\"")]
    [InlineData("""{ "name": "feature", "enable": ["LearningDev.Nowhere"] }""", "There is no feature \"LearningDev.Nowhere\".")]
    [InlineData("""{ "name": "Roles", "Roles": [{ "Name": "Wizard", "Permissions": ["DoMagic"] }] }""", "There is no permission \"DoMagic\"")]
    [InlineData("""{ "name": "settings", "NoSuchSetting": 1 }""", "There is no setting \"NoSuchSetting\"")]
    [InlineData("""{ "name": "settings", "PageSize": 1 }""", "PageSize is not right. Rows on a page must be between 5 and 100.")]
    [InlineData("""{ "name": "settings", "PeopleSettings": { "RoleLevels": [] } }""", "people have this role level")]
    [InlineData("""{ "name": "settings", "SearchSettings": { "EvidenceDays": 0 } }""", "SearchSettings: EvidenceDays:")]
    [InlineData("""{ "name": "recipes", "Values": [{ "name": "no-such-recipe" }] }""", "There is no recipe \"no-such-recipe\"")]
    [InlineData("""{ "name": "structure", "Units": [{ "Code": "X", "Name": "X", "Kind": "Planet" }] }""", "structure")]
    [InlineData("""{ "steps": [] }""", "The step has no name")]
    public async Task RunAsync_WrongStep_SaysWhatIsWrong(string step, string message) =>
        (await RefusedAsync(Recipe.Parse($$"""{ "name": "wrong", "steps": [{{step}}] }"""))).ShouldContain(message);

    [Fact]
    public async Task RunAsync_RecipeThatRunsItself_IsRefused()
    {
        await using var scope = portal.Scope();
        var file = Path.Combine(scope.ServiceProvider.GetRequiredService<RecipeFiles>().Folder, "runs-itself.recipe.json");
        await File.WriteAllTextAsync(file, """{ "name": "runs-itself", "steps": [{ "name": "recipes", "Values": [{ "name": "runs-itself" }] }] }""");
        try
        {
            (await Should.ThrowAsync<RecipeException>(() => RunAsync("runs-itself"))).Message.ShouldContain("The recipe runs-itself runs itself.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Parse_InvalidJson_NamesTheFileAndTheLine() =>
        Should.Throw<RecipeException>(() => Recipe.Parse("{\n  \"name\": \"broken\",\n  \"steps\": [ { ]\n}", "/recipes/broken.recipe.json"))
            .Message.ShouldStartWith("broken.recipe.json is not valid JSON at line 3:");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "name": "x" }""")]
    [InlineData("""{ "name": "x", "name": "y", "steps": [] }""")]
    [InlineData("""{ "name": "x", "steps": [1] }""")]
    [InlineData("")]
    public void Parse_NoRecipe_IsRefused(string json) => Should.Throw<RecipeException>(() => Recipe.Parse(json, "x.recipe.json"));

    [Fact]
    public void Parse_CommentsTrailingCommasAndByteOrderMark_AreAllowed() =>
        Recipe.Parse("\uFEFF{ /* what it is for */ \"name\": \"friendly\", \"steps\": [], }").Name.ShouldBe("friendly");

    private async Task<int> RunAsync(string name)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(name);
    }

    private async Task<string> RefusedAsync(Recipe recipe)
    {
        await using var scope = portal.Scope();
        return (await Should.ThrowAsync<RecipeException>(() => scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe))).Message;
    }

    private async Task<Dictionary<string, int>> RowsAsync()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        Dictionary<string, int> rows = [];
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct())
        {
            // Somebody may sign in meanwhile.
            var filter = table == "audit_entry" ? " WHERE event NOT IN ('SignedIn', 'SignedOut')" : "";
#pragma warning disable EF1002 // The names are the model's own.
            rows[table] = await db.Database.SqlQueryRaw<int>($"SELECT CAST(count(*) AS integer) AS \"Value\" FROM \"{table}\"{filter}").SingleAsync();
#pragma warning restore EF1002
        }

        return rows;
    }
}

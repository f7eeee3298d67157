using LearningDev.Catalogue.Entries;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing;

[Requirement("CAT-03")]
public class CatalogueImportStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Demonstration_CivilServiceLearning_HasItsCourses()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var entries = await db.CatalogueEntries.Where(entry => entry.ProviderId == "provider-civil-service").ToListAsync();

        entries.Count.ShouldBe(122);
        entries.ShouldAllBe(entry => entry.Summary.Length <= 300 && entry.QualityAssurance == "not-checked" && entry.OwnerId != null && entry.ReviewBy != null);
        entries.ShouldAllBe(entry => entry.Classification == "personal-or-professional");
        var risk = entries.Single(entry => entry.Title == "Managing risk, issues and dependencies");
        risk.ContentType.ShouldBe("ElearningModule");
        risk.DurationMinutes.ShouldBe(135);
        entries.Single(entry => entry.Title == "Working more digitally").CostFrom.ShouldBe(199);
    }

    [Fact]
    public async Task Get_Course_TellsWhatItIncludes()
    {
        var page = await portal.GetDocumentAsync("/catalogue/managing-risk-issues-and-dependencies");

        page.QuerySelectorAll("li").Select(item => item.TextContent).ShouldContain("What is risk? (e-learning, 15 minutes)");
        page.Body!.TextContent.ShouldNotContain("•");
    }

    [Fact]
    public async Task Run_DemonstrationAgain_ChangesNothing()
    {
        await using var scope = portal.Scope();

        (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync("demonstration-civil-service")).ShouldBe(0);
    }

    [Fact]
    public async Task Run_FileWithAFault_ChangesNothingAndNamesTheLine()
    {
        var fault = await Should.ThrowAsync<RecipeException>(() => RunAsync("title,cost\nStep one,1\nStep two,much\n", "\"Source\": \"steps\""));

        fault.Message.ShouldContain("line 3, column “cost”: “much” is no amount in pounds");
        (await portal.EntryAsync("Step one")).ShouldBeNull();
    }

    [Fact]
    public async Task Run_Defaults_AreTaken()
    {
        (await RunAsync("title,cost\nStep three,1\n", "\"Source\": \"steps\", \"Defaults\": { \"Who pays\": \"service\" }")).ShouldBe(1);

        (await portal.EntryAsync("Step three"))!.As<LearningPart>().FundedBy.Text.ShouldBe("service");
    }

    [Theory]
    [InlineData("\"Sauce\": \"x\"", "has no Source")]
    [InlineData("\"Source\": \"x\", \"Defaults\": { \"Colour\": \"red\" }", "knows no column Colour")]
    public async Task Run_WrongStep_IsRefused(string keys, string words) =>
        (await Should.ThrowAsync<RecipeException>(() => RunAsync("title\nStep\n", keys))).Message.ShouldContain(words);

    [Fact]
    public async Task Run_FileElsewhere_IsRefused()
    {
        await using var scope = portal.Scope();
        var recipe = Recipe.Parse("""{ "name": "r", "steps": [ { "name": "catalogue-import", "File": "../secret.csv", "Source": "x" } ] }""", "/tmp/recipes/r.recipe.json");

        (await Should.ThrowAsync<RecipeException>(() => scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe))).Message.ShouldContain("no file ../secret.csv beside the recipe");
    }

    private async Task<int> RunAsync(string csv, string keys)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-recipe-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "courses.csv"), csv);
            var recipe = Recipe.Parse($$"""{ "name": "r", "steps": [ { "name": "catalogue-import", "File": "courses.csv", {{keys}} } ] }""", Path.Combine(folder.FullName, "r.recipe.json"));
            await using var scope = portal.Scope();
            return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

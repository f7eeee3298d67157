using System.Text.Json.Nodes;
using LearningDev.Catalogue.Equality;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Content.Editing;
using LearningDev.Tests.Content.Recipes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Equality;

[Requirement("CAT-09")]
public class AssessmentGateTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task DryRun_RecipeWithANewCourse_NamesIt()
    {
        var report = await RunAsync(await RecipeAsync("gate-dry"), dryRun: true);

        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("equality impact assessment");
        report.Problems[0].Message.ShouldContain("gate-dry");
    }

    [Fact]
    public async Task Run_RecipeWithANewCourse_IsStoppedWithNothingChanged()
    {
        (await RunAsync(await RecipeAsync("gate-run"), dryRun: false)).Done.ShouldBeFalse();

        (await portal.LatestAsync("gate-run")).ShouldBeNull();
    }

    [Fact]
    public async Task Run_RecipeWithACourseAndItsAssessment_IsDone()
    {
        var assessment = new JsonObject
        {
            ["ContentItemId"] = "gate-assessed-assessment",
            ["ContentType"] = "EqualityImpactAssessment",
            ["Published"] = true,
            ["Latest"] = true,
            ["TitlePart"] = new JsonObject { ["Title"] = "Assessment" },
            ["EqualityImpactAssessment"] = await NewCourses.AnswersAsync(portal, "gate-assessed"),
        };

        (await RunAsync(await RecipeAsync("gate-assessed", assessment), dryRun: false)).Problems.ShouldBeEmpty();

        (await portal.PublishedAsync("gate-assessed")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_RecipesNeedNone_IsDone()
    {
        await SaveAsync(new EqualitySettings { HoldsForRecipes = false });

        (await RunAsync(await RecipeAsync("gate-open"), dryRun: false)).Problems.ShouldBeEmpty();

        await SaveAsync(new EqualitySettings());
        (await portal.PublishedAsync("gate-open")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(PublishingSource.Person, true, true, true)]
    [InlineData(PublishingSource.Recipe, true, true, true)]
    [InlineData(PublishingSource.Recipe, false, true, false)]
    [InlineData(PublishingSource.Import, true, true, true)]
    [InlineData(PublishingSource.Import, true, false, false)]
    [InlineData(PublishingSource.SetUp, true, true, false)]
    public async Task Check_Source_IsHeldToTheSettings(PublishingSource source, bool recipes, bool imports, bool refuses)
    {
        var id = await NewCourses.DraftAsync(portal, $"From {source} {recipes} {imports}");
        await SaveAsync(new EqualitySettings { HoldsForRecipes = recipes, HoldsForImports = imports });
        await using (var scope = portal.Scope())
        {
            using var begun = scope.ServiceProvider.GetRequiredService<PublishingOrigin>().Begin(source);
            var course = (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest))!;

            (await scope.ServiceProvider.GetRequiredService<AssessmentGate>().CheckAsync([course], default)).Count.ShouldBe(refuses ? 1 : 0);
        }

        await SaveAsync(new EqualitySettings());
    }

    [Fact]
    public async Task Publish_KindThatNeedsNone_IsPublished()
    {
        var id = await NewCourses.DraftAsync(portal, "Needs none");
        await SaveAsync(new EqualitySettings { Kinds = ["Programme"] });
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            await items.PublishAsync((await items.FindAsync(id, VersionChoice.Latest))!);
        }

        await SaveAsync(new EqualitySettings());
        (await portal.PublishedAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Begin_WithinSetUp_StaysSetUp()
    {
        await using var scope = portal.Scope();
        var origin = scope.ServiceProvider.GetRequiredService<PublishingOrigin>();
        using (origin.Begin(PublishingSource.SetUp))
        {
            using (origin.Begin(PublishingSource.Recipe))
            {
                origin.Source.ShouldBe(PublishingSource.SetUp);
            }
        }

        origin.Source.ShouldBe(PublishingSource.Person);
    }

    private async Task<JsonObject> RecipeAsync(string id, params JsonObject[] others)
    {
        var course = await NewCourses.ContentAsync(portal, id);
        course["ContentItemId"] = id;
        course["ContentType"] = "Course";
        course["Published"] = true;
        course["Latest"] = true;
        return new JsonObject
        {
            ["name"] = id,
            ["steps"] = new JsonArray(new JsonObject { ["name"] = "content", ["data"] = new JsonArray([course, .. others]) }),
        };
    }

    private Task<RecipeReport> RunAsync(JsonObject recipe, bool dryRun) => portal.RunAsync(recipe.ToJsonString(), new RecipeRunOptions { DryRun = dryRun });

    private async Task SaveAsync(EqualitySettings settings)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(settings);
    }
}

using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes;

[Requirement("CMS-05")]
public class RecipeSamplesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly string[] StepsOfOrchard =
    [
        "feature", "settings", "themes", "content", "contentdefinition", "roles", "replacecontentdefinition", "layers", "media", "recipes", "queries", "templates",
        "mediaprofiles", "workflowtype", "adminmenu", "openidapplication", "lucene-index", "deployment", "shortcodetemplates", "openidserversettings",
        "openidvalidationsettings", "reloadtenant", "custom-settings", "createorupdateindexprofile", "rebuildindex", "elasticindexsettings", "featureprofiles",
        "createorupdateratelimitpolicies", "openidscope", "elastic-index-rebuild", "lucene-index-rebuild", "timezonemaps", "placements",
    ];

    public static TheoryData<string> OrchardStyle => [.. Samples.OrchardStyle.Select(path => Path.GetFileName(path)!)];

    [Fact]
    public async Task Run_EveryKindOfStep_DryRunTellsWhatHappensAndTheSecondTimeChangesNothing()
    {
        var recipe = Samples.Read(Path.Combine(Samples.Folder, "everything.recipe.json"));
        var before = await portal.FingerprintAsync();

        var dry = await portal.DryRunAsync(recipe);
        (await portal.FingerprintAsync()).ShouldBe(before);
        dry.Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        dry.Done.ShouldBeFalse();

        var run = await portal.RunAsync(recipe);
        run.Done.ShouldBeTrue();
        run.Changes.ShouldBe(dry.Changes);
        run.Problems.ShouldBe(dry.Problems);
        run.Changes.Select(change => change.Step).Where(step => step.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ShouldBe(
            ["settings", "Roles", "structure", "people", "Users", "ContentDefinition", "ReplaceContentDefinition", "media", "content"], ignoreOrder: true);
        var after = await portal.FingerprintAsync();
        after.ShouldNotBe(before);

        var again = await portal.RunAsync(recipe);
        again.Changes.ShouldBeEmpty();
        again.Problems.ShouldBe(dry.Problems);
        (await portal.FingerprintAsync()).ShouldBe(after);
        await ShouldHoldWhatTheFileSaysAsync();
    }

    [Theory]
    [MemberData(nameof(OrchardStyle))]
    public async Task Run_RecipeInOrchardsStyle_NamesWhatIsNotHereAndGoesOnPastIt(string file)
    {
        var recipe = Samples.Read(Path.Combine(Samples.Folder, "Orchard", file));
        var before = await portal.FingerprintAsync();

        var stopped = await portal.RunAsync(recipe);
        stopped.Done.ShouldBeFalse();
        stopped.Changes.ShouldBeEmpty();
        stopped.Problems.Count(problem => problem.Stops).ShouldBe(1);
        var dry = await portal.DryRunAsync(recipe);
        (await portal.FingerprintAsync()).ShouldBe(before);
        dry.Problems.Count.ShouldBeGreaterThan(stopped.Problems.Count);
        dry.Problems.ShouldAllBe(problem => problem.Line > 0);

        var run = await portal.RunAsync(recipe, new RecipeRunOptions { GoOn = true });
        run.Done.ShouldBeTrue();
        run.Changes.ShouldBe(dry.Changes);
        run.Problems.ShouldBe(dry.Problems);
        (await portal.RunAsync(recipe, new RecipeRunOptions { GoOn = true })).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Samples_OrchardStyle_HaveEveryStepOfOrchardsRecipes() =>
        Samples.OrchardStyle.Append(Path.Combine(Samples.Folder, "everything.recipe.json")).SelectMany(path => Samples.Read(path).Steps)
            .Select(step => step["name"]?.ToString().ToLowerInvariant() ?? "").ToHashSet().ShouldBeSubsetOfAll(StepsOfOrchard);

    private async Task ShouldHoldWhatTheFileSaysAsync()
    {
        await using var scope = portal.Scope();
        var services = scope.ServiceProvider;
        (await services.GetRequiredService<ISettings>().GetAsync<SiteSettings>()).PageSize.ShouldBe(25);
        var db = services.GetRequiredService<PortalDb>();
        (await db.Users.SingleAsync(person => person.UserName == "tug.skipper")).PasswordHash.ShouldNotBeNullOrEmpty();
        var items = services.GetRequiredService<ContentItems>();
        var mooring = (await items.FindAsync((await services.GetRequiredService<ContentRoutes>().FindAsync("harbour/mooring-a-tug"))!, VersionChoice.Published))!;
        mooring.CreatedUtc.ShouldBe(new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc));
        mooring.ModifiedUtc.ShouldBe(new DateTime(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc));
        mooring.PublishedUtc.ShouldBe(new DateTime(2026, 3, 3, 10, 0, 0, DateTimeKind.Utc));
        mooring.Author.ShouldBe("tug.skipper");
        mooring.As<MarkdownBodyPart>().Markdown.ShouldContain("Meet the team");
        mooring.Content["HarbourGuide"]!["Summary"]!["Text"]!.GetValue<string>().ShouldBe("In February at the Harbour office");
        mooring.Content["HarbourGuide"]!["Notes"]!["Markdown"]!.GetValue<string>().ShouldBe("<p>Harbour office</p>");
        (await items.FindAsync("harbour-lights", VersionChoice.Published))!.Content["HarbourGuide"]!["Summary"]!["Text"]!.GetValue<string>().ShouldBe("Packed, and unpacked again.");
        (await items.FindAsync("harbour-lights", VersionChoice.Latest))!.Content["HarbourGuide"]!["Summary"]!["Text"]!.GetValue<string>().ShouldBe("Fish & ships");
        (await items.NamesAsync("HarbourGuide")).Values.Count(name => name == "Without an id").ShouldBe(2);
    }
}

file static class Sets
{
    public static void ShouldBeSubsetOfAll(this HashSet<string> found, IEnumerable<string> wanted) => wanted.Where(name => !found.Contains(name)).ShouldBeEmpty();
}

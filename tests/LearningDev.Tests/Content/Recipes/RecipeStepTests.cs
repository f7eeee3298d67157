using LearningDev.Content.Definitions;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Importing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes;

[Requirement("CMS-05")]
public class RecipeStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("""{ "name": "conten" }""", "There is no step \"conten\". Do you mean content?", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "LAYERS" }""", "The step LAYERS is not supported here.", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "Name": "content" }""", "The step's \"Name\" must be written \"name\".", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "feature", "enable": [ "LearningDev.Catalog" ] }""", "Do you mean LearningDev.Catalogue?", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "feature", "enable": [ "OrchardCore.Forms" ] }""", "OrchardCore.Forms is Orchard Core's", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "feature", "enable": [ "SafeMode" ] }""", "SafeMode is Orchard Core's", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "elastic-index", "Indices": [] }""", "The step elastic-index is not supported here.", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "themes", "site": "TheMoon" }""", "There is no theme \"TheMoon\"", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "settings", "MoonSettings": { } }""", "There is no section of settings \"MoonSettings\".", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "content", "data": [ "[js: getUrlPrefix('/x')]" ] }""", "The function getUrlPrefix is Orchard Core's", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "feature", "disable": [ "LearningDev.Content" ] }""", "cannot be switched off", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "feature", "enabled": [ ] }""", "There is no property \"enabled\" here. Do you mean enable?", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "themes", "site": "TheTheme" }""", "The theme TheTheme is Orchard Core's and not supported here. Themes are", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "settings", "sitename": "x" }""", "There is no setting \"sitename\". It must be written SiteName.", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "settings", "PageSize": 1000 }""", "Rows on a page must be between 5 and 100", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "settings", "TimeZoneId": "Moon/Crater" }""", "Enter a time zone", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "settings", "Theme": "nowhere" }""", "There is no theme \"nowhere\"", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "settings", "LayerSettings": { } }""", "The section of settings LayerSettings is Orchard Core's", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "settings", "PeopleSettings": { "Graeds": [] } }""", "Do you mean Grades?", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "settings", "PeopleSettings": { "RoleLevels": [ { "Kee": "x" } ] } }""", "Do you mean Key?", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "R", "Permissions": [ "EditContents" ] } ] }""", "There is no permission \"EditContents\". Do you mean EditContent?", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "Users", "Users": [ { "UserName": "u", "Password": "x" } ] }""", "recipes hold no passwords", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "Users", "Users": [ { "UserName": "u", "PasswordHash": "c2VjcmV0" } ] }""", "is no hash of ASP.NET Core Identity", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "Users", "Users": [ { "UserName": "u", "Email": "u@example.gov.uk", "RoleNames": [ "Wizard" ] } ] }""", "There is no role \"Wizard\"", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "people", "People": [ { "UserName": "u", "Password": "x" } ] }""", "There is no property \"Password\" here.", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "P", "ContentPartFieldDefinitionRecords": [ { "FieldName": "YoutubeField", "Name": "x" } ] } ] }""", "of the kind YoutubeField, which is Orchard Core's", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "T", "ContentTypePartDefinitionRecords": [ { "PartName": "BagPart", "Name": "x" } ] } ] }""", "has the part BagPart, which is Orchard Core's", RecipeProblemKind.NotSupported)]
    [InlineData("""{ "name": "DeleteContentDefinition", "ContentTypes": [ "Course" ] }""", "Course cannot be removed: the module Catalogue relies on it.", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "a.exe", "Base64": "AAAA" } ] }""", "is not a kind of file that can be used", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "a.png", "SourcePath": "../a.png" } ] }""", "there is no file ../a.png beside the recipe", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "a.png", "SourceUrl": "https://example.org/a.png" } ] }""", "Recipes:RemoteHosts does not list it", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "recipes", "Values": [ { "name": "nowhere" } ] }""", "There is no recipe \"nowhere\"", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "lucene-index", "Indices": [ { "Search": { "IndexedContentTypes": [ "Nowhere" ] } } ] }""", "names the content type Nowhere, which is not known", RecipeProblemKind.Fault)]
    [InlineData("""{ "name": "content", "data": [ "[env:HOME]" ] }""", "There is no engine \"env\"", RecipeProblemKind.Fault)]
    public async Task Run_WrongStep_StopsWithTheLineAndNothingChanges(string step, string words, RecipeProblemKind kind)
    {
        var report = await portal.RunAsync(
            $$"""
            { "name": "wrong", "steps": [
              { "name": "Roles", "Roles": [ { "Name": "Never there", "Permissions": [] } ] },
              {{step}} ] }
            """);

        report.Done.ShouldBeFalse();
        report.Changes.ShouldBeEmpty();
        var problem = report.Problems.ShouldHaveSingleItem();
        problem.Message.ShouldContain(words);
        (problem.Line, problem.Kind).ShouldBe((3, kind));
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Roles.AnyAsync(role => role.Name == "Never there")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "name": "settings", "BaseUrl": "https://example.org", "SiteSalt": "x" }""", 2)]
    [InlineData("""{ "name": "settings", "SearchSettings": { "DefaultIndexProfileName": "Search" } }""", 1)]
    [InlineData("""{ "name": "themes", "admin": "TheAdmin" }""", 1)]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [ "ViewContent" ] } ] }""", 1)]
    [InlineData("""{ "name": "CreateOrUpdateIndexProfile", "indexes": [ { "Name": "Search", "Properties": { "ContentIndexMetadata": { "IndexedContentTypes": [ "Course" ] } } } ] }""", 1)]
    public async Task Run_WhatHasNoMeaningHere_IsANoticeAndStopsNothing(string step, int notices)
    {
        var report = await portal.RunAsync($$"""{ "name": "notices", "steps": [ {{step}} ] }""");

        report.Done.ShouldBeTrue();
        report.Changes.ShouldBeEmpty();
        report.Problems.Count(problem => problem.Kind == RecipeProblemKind.Notice).ShouldBe(notices);
        report.HasStoppingProblems.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_GoOn_DoesTheRestAndSearchSeesIt()
    {
        var report = await portal.RunAsync(
            """
            { "name": "go-on", "steps": [
              { "name": "layers" },
              { "name": "structure", "Units": [ { "Code": "GO", "Name": "Go", "Kind": "Directorate" }, { "Code": "ON", "Name": "On", "Kind": "Team", "Parent": "NOWHERE" } ] },
              { "name": "Roles", "Roles": [ { "Name": "Goes on", "Permissions": [ "EditContent", "DoMagic" ] } ] } ] }
            """,
            new RecipeRunOptions { GoOn = true });

        report.Done.ShouldBeTrue();
        report.Changes.Select(change => (change.Kind, change.Id)).ShouldBe([("Role", "Goes on"), ("Permission", "Goes on/EditContent")]);
        report.Problems.Select(problem => problem.Line).ShouldBe([2, 3, 4]);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Units.AnyAsync(unit => unit.Code == "GO")).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_DryRunInTheCallersTransaction_LeavesWhatTheCallerHasDone()
    {
        await using var scope = portal.Scope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var settings = services.GetRequiredService<ISettings>();
            var site = await settings.GetAsync<SiteSettings>();
            site.CouncilName = "Kept Council";
            await settings.SaveAsync(site);
            var recipe = Recipe.Parse("""{ "name": "dry", "steps": [ { "name": "settings", "CouncilName": "Dry Council" } ] }""");

            (await services.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions { DryRun = true })).Changes.ShouldHaveSingleItem();

            (await settings.GetAsync<SiteSettings>()).CouncilName.ShouldBe("Kept Council");
            await transaction.CommitAsync();
        }

        await using var later = portal.Scope();
        (await later.ServiceProvider.GetRequiredService<ISettings>().GetAsync<SiteSettings>()).CouncilName.ShouldBe("Kept Council");
    }

    [Fact]
    public async Task Run_DefinitionsReplacedAndDeleted_LeaveNothingOfTheOld()
    {
        await portal.RunAsync("""{ "name": "d", "steps": [ { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Buoy", "DisplayName": "Buoy", "Settings": { "Old": { } }, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AliasPart", "Name": "AliasPart" } ] } ] } ] }""");
        const string Replacing = """{ "name": "d", "steps": [ { "name": "ReplaceContentDefinition", "ContentTypes": [ { "Name": "Buoy", "DisplayName": "Sea mark", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" } ] } ] } ] }""";

        (await portal.RunAsync(Replacing)).Changes.ShouldHaveSingleItem().Action.ShouldBe(RecipeAction.Changed);
        (await portal.RunAsync(Replacing)).Changes.ShouldBeEmpty();
        await using (var scope = portal.Scope())
        {
            var buoy = (await scope.ServiceProvider.GetRequiredService<ContentDefinitions>().GetAsync()).FindType("Buoy")!;
            (buoy.DisplayName, buoy.Parts.Count, buoy.Settings.Count).ShouldBe(("Sea mark", 1, 0));
        }

        await portal.RunAsync("""{ "name": "d", "steps": [ { "name": "content", "data": [ { "ContentItemId": "a-buoy", "ContentType": "Buoy", "DisplayText": "North" } ] } ] }""");
        (await portal.RunAsync("""{ "name": "d", "steps": [ { "name": "DeleteContentDefinition", "ContentTypes": [ "Buoy" ] } ] }""")).Problems.ShouldHaveSingleItem().Message.ShouldContain("there is 1 item of it");
        await portal.RunAsync("""{ "name": "d", "steps": [ { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Wreck", "DisplayName": "Wreck" } ] } ] }""");
        (await portal.RunAsync("""{ "name": "d", "steps": [ { "name": "DeleteContentDefinition", "ContentTypes": [ "Wreck" ] } ] }""")).Changes.ShouldHaveSingleItem().Action.ShouldBe(RecipeAction.Removed);
    }

    [Fact]
    public async Task Command_RunsFilesAndTellsChangesAndProblemsWithLines()
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-command-");
        try
        {
            var path = Path.Combine(folder.FullName, "command.recipe.json");
            await File.WriteAllTextAsync(path, "{ \"name\": \"command\", \"steps\": [\n{ \"name\": \"Roles\", \"Roles\": [ { \"Name\": \"[js: parameters('Role')]\", \"Permissions\": [] } ] },\n{ \"name\": \"layers\" } ] }");

            var dry = await portal.CommandAsync(["recipe", "run", path, "--dry-run", "--parameter", "Role=Commanded"]);
            dry.ExitCode.ShouldBe(1);
            dry.Output.ShouldContain("Added: Role Commanded");
            dry.Output.ShouldContain("1 change would be made; 1 problem. Nothing was changed.");
            dry.Error.ShouldContain("Problem: command, line 3, layers: The step layers is not supported here.");
            (await portal.CommandAsync(["recipe", "run", path, "--parameter", "Role=Commanded"])).Output.Trim().ShouldBe("Nothing was changed.");
            (await portal.CommandAsync(["recipe", "run", path, "--go-on", "--parameter", "Role=Commanded"])).Output.ShouldContain("1 change made; 1 problem.");
            var known = await portal.CommandAsync(["recipe", "run", "search"]);
            (known.ExitCode, known.Output.Trim()).ShouldBe((0, "0 changes made; 0 problems."));
            (await portal.CommandAsync(["recipe", "run", "nowhere"])).ExitCode.ShouldBe(1);
            (await portal.CommandAsync(["recipe", "run"])).ExitCode.ShouldBe(2);
            (await portal.CommandAsync(["recipe", "run", path, "--parameter", "Role"])).ExitCode.ShouldBe(2);
            (await portal.CommandAsync(["recipe", "run", path, "--quickly"])).ExitCode.ShouldBe(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
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
public class RecipeContentTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Definition =
        """
        { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Ferry", "DisplayName": "Ferry", "Settings": {}, "ContentTypePartDefinitionRecords": [
            { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Ferry", "Name": "Ferry", "Settings": {} },
            { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Ferry", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Route", "Settings": { "TextFieldSettings": { "Required": true } } },
            { "FieldName": "ContentPickerField", "Name": "Next", "Settings": {} },
            { "FieldName": "TaxonomyField", "Name": "Topic", "Settings": {} } ] } ] }
        """;

    [Theory]
    [InlineData("""{ "ContentType": "Fery", "TitlePart": { "Title": "A" } }""", "There is no content type Fery. Do you mean Ferry?")]
    [InlineData("""{ "TitlePart": { "Title": "A" } }""", "The item has no ContentType.")]
    [InlineData("""{ "ContentType": "Ferry", "Displaytext": "A", "Ferry": { "Route": { "Text": "x" } } }""", "An item has no property \"Displaytext\". Do you mean DisplayText?")]
    [InlineData("""{ "ContentType": "Ferry", "TitlePart": { "Title": "A" }, "Ferri": { } }""", "The content type Ferry has no part \"Ferri\". Do you mean Ferry?")]
    [InlineData("""{ "ContentType": "Ferry", "TitlePart": { "Title": "A" }, "Ferry": { "Rout": { "Text": "x" } } }""", "The part Ferry has no field \"Rout\". Do you mean Route?")]
    [InlineData("""{ "ContentType": "Ferry", "TitlePart": { "Title": "A" }, "Ferry": { "Route": { "Txt": "x" } } }""", "has no property \"Txt\"")]
    [InlineData("""{ "ContentType": "Ferry", "TitlePart": { "Title": "A" }, "Ferry": { "Route": "x" } }""", "Ferry.Route is not what a TextField holds.")]
    [InlineData("""{ "ContentType": "Ferry", "TitlePart": { "Title": "A" } }""", "Ferry.Route: Enter route.")]
    [InlineData("""{ "ContentType": "Ferry", "Published": "perhaps", "TitlePart": { "Title": "A" }, "Ferry": { "Route": { "Text": "x" } } }""", "Published must be true or false.")]
    [InlineData("""{ "ContentType": "Ferry", "CreatedUtc": "once", "TitlePart": { "Title": "A" }, "Ferry": { "Route": { "Text": "x" } } }""", "CreatedUtc must be a time")]
    public async Task Run_WrongItem_IsNamedWithItsLineAndNothingChanges(string item, string words)
    {
        var report = await portal.RunAsync($$"""{ "name": "r", "steps": [ {{Definition}}, { "name": "content", "data": [ {{item}} ] } ] }""");

        report.Done.ShouldBeFalse();
        report.Changes.ShouldBeEmpty();
        var problem = report.Problems[^1];
        problem.Message.ShouldContain(words);
        problem.Step.ShouldBe("content");
        problem.Line.ShouldBe(6);
    }

    [Fact]
    public async Task Run_UnknownReferences_AreNotices()
    {
        var report = await portal.RunAsync(
            $$"""
            { "name": "r", "steps": [ {{Definition}}, { "name": "content", "data": [
              { "ContentItemId": "ferry-refers", "ContentType": "Ferry", "TitlePart": { "Title": "A" }, "Owner": "nobody.at.all",
                "Ferry": { "Route": { "Text": "x" }, "Next": { "ContentItemIds": [ "ferry-nowhere", "ferry-refers" ] }, "Topic": { "TaxonomyContentItemId": "topics", "TermContentItemIds": [ "topic-nowhere", "topic-leadership" ] } } } ] } ] }
            """.Replace("\"ContentItemIds\": [ \"ferry-nowhere\", \"ferry-refers\" ]", "\"ContentItemIds\": [ \"ferry-nowhere\" ]", StringComparison.Ordinal));

        report.Done.ShouldBeTrue();
        report.Problems.ShouldAllBe(problem => problem.Kind == RecipeProblemKind.Notice && problem.Line > 0);
        report.Problems.Select(problem => problem.Message).ShouldBe(
        [
            "There is no person nobody.at.all.",
            "Ferry.Next refers to the item ferry-nowhere, which is neither in the portal nor in the recipe.",
            "Ferry.Topic refers to the term topic-nowhere, which is neither in the portal nor in the recipe.",
        ]);
    }

    [Fact]
    public async Task Run_ItemsAndContainedItemsWithoutIds_GetTheSameOnesEachTime()
    {
        var recipe = Recipe.Parse(
            $$"""
            { "name": "ids", "steps": [ {{Definition}}, { "name": "content", "data": [
              { "ContentType": "Ferry", "DisplayText": "No id", "Ferry": { "Route": { "Text": "x" } },
                "TaxonomyPart": { "Terms": [ { "ContentType": "Topic", "DisplayText": "One" }, { "ContentType": "Topic", "DisplayText": "Two", "Terms": [ { "ContentType": "Topic", "DisplayText": "Three" } ] } ] } } ] } ] }
            """);

        var first = await portal.RunAsync(recipe);

        (await portal.RunAsync(recipe)).Changes.ShouldBeEmpty();
        await using var scope = portal.Scope();
        var item = (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(first.Changes[^1].Id, VersionChoice.Published))!;
        item.ContentItemId.Length.ShouldBe(26);
        item.Content["TaxonomyPart"]!["Terms"]![1]!["Terms"]![0]!["ContentItemId"]!.GetValue<string>().Length.ShouldBe(26);
    }

    [Fact]
    public async Task Run_ItemThatAnEditorHasChanged_ComesBackAsANewVersion()
    {
        var recipe = Recipe.Parse($$"""{ "name": "r", "steps": [ {{Definition}}, { "name": "content", "data": [ { "ContentItemId": "ferry-edited", "ContentType": "Ferry", "DisplayText": "A", "Ferry": { "Route": { "Text": "x" } } } ] } ] }""");
        await portal.RunAsync(recipe);
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = (await items.FindAsync("ferry-edited", VersionChoice.Latest))!;
            item.Content["Ferry"]!["Route"]!["Text"] = "y";
            await items.PublishAsync(item);
        }

        var change = (await portal.RunAsync(recipe)).Changes.ShouldHaveSingleItem();

        change.ShouldBe(new RecipeChange("r", "content", RecipeAction.Changed, "Content item", "ferry-edited", "A", "Ferry, published"));
    }

    [Fact]
    public async Task Run_OneOfManyTakesAnAddress_IsNamedAndTheOthersComeWhenGoingOn()
    {
        var items = new JsonArray([.. Enumerable.Range(0, 30).Select(number => new JsonObject
        {
            ["ContentItemId"] = $"pier-{number}", ["ContentType"] = "Provider", ["TitlePart"] = new JsonObject { ["Title"] = $"Pier {number}" },
            ["AutoroutePart"] = new JsonObject { ["Path"] = number == 17 ? "pier-3" : $"pier-{number}" },
        })]);

        var report = await portal.RunAsync($$"""{ "name": "piers", "steps": [ { "name": "content", "data": {{items.ToJsonString()}} } ] }""", new RecipeRunOptions { GoOn = true });

        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("pier-17 is not right. AutoroutePart.Path: The address");
        report.Changes.Count.ShouldBe(29);
    }

    [Fact]
    public async Task Run_ManyItems_TakesReasonableTimeAndTheSecondTimeChangesNothing()
    {
        // 10,000 by hand; fewer each time, so that nobody waits.
        var count = int.Parse(Environment.GetEnvironmentVariable("LEARNINGDEV_RECIPE_ITEMS") ?? "1000", CultureInfo.InvariantCulture);
        var items = new JsonArray([.. Enumerable.Range(0, count).Select(number => new JsonObject
        {
            ["ContentItemId"] = $"many-{number}", ["ContentType"] = "Ferry", ["TitlePart"] = new JsonObject { ["Title"] = $"Ferry {number}" },
            ["Ferry"] = new JsonObject { ["Route"] = new JsonObject { ["Text"] = $"Route {number}" } },
        })]);
        var recipe = Recipe.Parse($$"""{ "name": "many", "steps": [ {{Definition}}, { "name": "content", "data": {{items.ToJsonString()}} } ] }""");
        var watch = Stopwatch.StartNew();

        (await portal.RunAsync(recipe)).Changes.Count(change => change.Step == "content").ShouldBe(count);
        var first = watch.Elapsed;
        watch.Restart();
        (await portal.RunAsync(recipe)).Changes.ShouldBeEmpty();

        Console.WriteLine($"{count} items: {first.TotalSeconds:0.0} s, again {watch.Elapsed.TotalSeconds:0.0} s");
        first.ShouldBeLessThan(TimeSpan.FromSeconds(20 + (count / 100)));
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.CountAsync(entry => entry.SubjectId.StartsWith("many-"))).ShouldBe(count);
    }
}

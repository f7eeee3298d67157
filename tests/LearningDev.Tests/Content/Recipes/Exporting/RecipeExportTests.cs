using System.IO.Compression;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Administering;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting;

[Requirement("CMS-05")]
public class RecipeExportTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Course = "managing-stress";

    private static readonly string[] WellKnown =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    ];

    [Fact]
    public async Task Write_Item_HasOrchardCoresPropertiesInTheirOrderWithExplicitNulls()
    {
        var recipe = await portal.ExportNodeAsync(ExportedRecipes.Only() with { Items = [Course] });

        var items = recipe.All("content", "data");
        foreach (var json in items)
        {
            json.Select(pair => pair.Key).Take(WellKnown.Length).ShouldBe(WellKnown);
        }

        var item = items.Single(json => (string?)json["ContentItemId"] == Course);
        ((string?)item["PublishedUtc"]).ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        item["Author"].ShouldBeNull();
        ((bool)item["Latest"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Write_ItemThatRefersToOthers_TakesThemAlongBeforeItAndSaysSo()
    {
        var (json, plan) = await portal.ExportAsync(ExportedRecipes.Only() with { Items = [Course] });

        var recipe = JsonNode.Parse(json)!.AsObject();
        var ids = recipe.All("content", "data").Select(item => (string)item["ContentItemId"]!).ToList();
        var item = recipe.All("content", "data").Single(found => (string?)found["ContentItemId"] == Course);
        var provider = (string)item["LearningPart"]!["Provider"]!["ContentItemIds"]![0]!;
        ids.IndexOf(provider).ShouldBeInRange(0, ids.IndexOf(Course) - 1);
        ids.IndexOf("topics").ShouldBeInRange(0, ids.IndexOf(Course) - 1);
        var types = recipe.All("ContentDefinition", "ContentTypes").Select(type => (string)type["Name"]!).ToList();
        types.ShouldContain((string)item["ContentType"]!);
        types.ShouldContain("Provider");
        types.ShouldContain("Taxonomy");
        recipe.All("ContentDefinition", "ContentParts").ShouldContain(part => (string?)part["Name"] == "LearningPart");
        plan.Notes.ShouldContain(note => note.StartsWith("Taken along, because what is exported refers to") && note.Contains("of the type Provider"));
        plan.Notes.ShouldContain(note => note.Contains("by user name"));
    }

    [Fact]
    public async Task Write_WithoutReferences_ListsWhatIsLeftOut()
    {
        var (json, plan) = await portal.ExportAsync(ExportedRecipes.Only() with { Items = [Course], WithReferences = false });

        var recipe = JsonNode.Parse(json)!.AsObject();
        recipe.All("content", "data").ShouldHaveSingleItem();
        recipe.Steps("ContentDefinition").ShouldBeEmpty();
        plan.Notes.ShouldContain("Left out: “Topics”, which “Managing stress” refers to.");
        plan.Notes.ShouldContain(note => note.StartsWith("Left out: Course") || note.StartsWith("Left out: E-learning") || note.Contains("which “Managing stress” refers to"));
    }

    [Fact]
    public async Task Write_People_AreNamedByUserName()
    {
        var recipe = await portal.ExportNodeAsync(ExportedRecipes.Only() with { Items = [Course] });

        await using var scope = portal.Scope();
        var ids = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Select(person => person.Id).ToListAsync();
        var text = recipe.ToJsonString();
        ids.ShouldAllBe(id => !text.Contains(id));
        text.ShouldContain("\"UserIds\":[\"");
    }

    [Fact]
    public async Task Write_TypeAboutATopic_HasOnlyWhatRefersToIt()
    {
        var recipe = await portal.ExportNodeAsync(ExportedRecipes.Only(("content", ["Course"])) with { RefersTo = "topic-communication" });

        var courses = recipe.All("content", "data").Where(item => (string?)item["ContentType"] == "Course").ToList();
        courses.ShouldNotBeEmpty();
        // A course that another one names is taken along whatever its topic.
        courses.Count(item => item.ToJsonString().Contains("\"topic-communication\"")).ShouldBeGreaterThan(courses.Count / 2);
        var all = await portal.ExportNodeAsync(ExportedRecipes.Only(("content", ["Course"])));
        all.All("content", "data").Count(item => (string?)item["ContentType"] == "Course").ShouldBeGreaterThan(courses.Count);
    }

    [Fact]
    public async Task Write_Drafts_OnlyWhereTheyAreAskedFor()
    {
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = (await items.FindAsync("minute-taking", VersionChoice.Latest))!;
            item.Alter<TitlePart>(title => title.Title = "Minute taking, drafted");
            await items.SaveDraftAsync(item);
        }

        var published = await VersionsAsync(drafts: false);
        var both = await VersionsAsync(drafts: true);

        published.ShouldBe(["Minute taking, published, latest"]);
        both.ShouldBe(["Minute taking, published", "Minute taking, drafted, latest"]);

        async Task<IReadOnlyList<string>> VersionsAsync(bool drafts) =>
        [
            .. (await portal.ExportNodeAsync(ExportedRecipes.Only() with { Items = ["minute-taking"], Drafts = drafts })).All("content", "data")
                .Where(item => (string?)item["ContentItemId"] == "minute-taking")
                .Select(item => $"{item["TitlePart"]!["Title"]}{((bool)item["Published"]! ? ", published" : "")}{((bool)item["Latest"]! ? ", latest" : "")}"),
        ];
    }

    [Fact]
    public async Task Write_MissingThings_AreNoted()
    {
        var (_, plan) = await portal.ExportAsync(ExportedRecipes.Only() with { Items = ["no-such-item"] });

        plan.Notes.ShouldBe(["There is no published content with the id no-such-item."]);
    }

    [Fact]
    public async Task Write_Settings_HasSiteSettingsFlatAndSectionsWhole()
    {
        var recipe = await portal.ExportNodeAsync(ExportedRecipes.Only(("settings", ["SiteSettings", "RecipeSettings"]), ("themes", [])));

        var step = recipe.Steps("settings").ShouldHaveSingleItem();
        ((string?)step["CouncilName"]).ShouldBe("Northbourne Council");
        step.ContainsKey("Theme").ShouldBeFalse();
        ((int)step["RecipeSettings"]!["UploadMegabytes"]!).ShouldBe(50);
        step.ContainsKey("SearchSettings").ShouldBeFalse();
        ((string?)recipe.Steps("themes").ShouldHaveSingleItem()["site"]).ShouldBe("council");
    }

    [Fact]
    public async Task Write_PersonalData_OnlyWhereItIsAskedForAndNeverPasswords()
    {
        var without = await portal.ExportNodeAsync(ExportedRecipes.Only(("features", []), ("roles", []), ("structure", [])));
        var with = await portal.ExportNodeAsync(ExportedRecipes.Only(("people", []), ("users", [])));

        without.Steps("people").ShouldBeEmpty();
        without.Steps("Users").ShouldBeEmpty();
        with.Steps("structure").ShouldHaveSingleItem();
        with.Steps("Roles").ShouldHaveSingleItem();
        with.All("people", "People").Count.ShouldBe(with.All("Users", "Users").Count);
        await using var scope = portal.Scope();
        var text = with.ToJsonString();
        text.ShouldNotContain("Password");
        text.ShouldNotContain("SecurityStamp");
        foreach (var person in await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.PasswordHash != null).ToListAsync())
        {
            text.ShouldNotContain(person.PasswordHash!);
            text.ShouldNotContain(person.SecurityStamp!);
        }
    }

    [Fact]
    public async Task Write_Zip_IsRunElsewhereWithItsFiles()
    {
        var options = ExportedRecipes.Only(("media", [])) with { FilesBeside = true };
        using var stream = new MemoryStream();
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<RecipeExport>().WriteAsync(options, stream);
        }

        using (var zip = new ZipArchive(new MemoryStream(stream.ToArray())))
        {
            zip.Entries[0].FullName.ShouldBe("Recipe.json");
            zip.Entries.Count.ShouldBeGreaterThan(1);
        }

        await using var again = portal.Scope();
        var db = again.ServiceProvider.GetRequiredService<PortalDb>();
        var before = await db.Set<MediaFile>().AsNoTracking().OrderBy(file => file.Path).Select(file => file.Path + file.Hash + file.AlternativeText).ToListAsync();
        await db.Set<MediaFile>().ExecuteDeleteAsync();
        using (var open = await again.ServiceProvider.GetRequiredService<RecipeArchive>().OpenAsync(stream.ToArray(), "some.zip", new RecipeSettings(), CancellationToken.None))
        {
            (await again.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(open.Recipe)).ShouldBe(before.Count);
        }

        (await db.Set<MediaFile>().AsNoTracking().OrderBy(file => file.Path).Select(file => file.Path + file.Hash + file.AlternativeText).ToListAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Write_AllContent_AsksForManyItemsAtOnceAndSeesOneMoment()
    {
        await using var scope = portal.Scope();
        var export = scope.ServiceProvider.GetRequiredService<RecipeExport>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        portal.Queries.Restart();

        var plan = await export.WriteAsync(ExportedRecipes.Only(("content", [])), Stream.Null);

        portal.Queries.Count.ShouldBeLessThan(30 + (plan.Versions.Count / 20));
        db.Database.CurrentTransaction.ShouldBeNull();
        await db.Set<Role>().Where(role => role.Name == "Nobody").ExecuteUpdateAsync(role => role.SetProperty(found => found.Description, "x"));
    }

    [Fact]
    public async Task Record_Export_IsInTheAudit()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<RecipeExport>().RecordAsync(ExportedRecipes.Only(("roles", ["Editor"]), ("people", [])));
        }

        await using var reading = portal.Scope();
        var row = await reading.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.Where(entry => entry.Event == "RecipeExported").OrderBy(entry => entry.Id).LastAsync();
        row.Summary.ShouldBe("Exported the recipe some: Roles: Editor; People");
    }
}

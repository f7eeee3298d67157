using System.IO.Compression;
using System.Net;
using System.Text;
using LearningDev.Content;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Administering.Checking;

[Requirement("CMS-05")]
public class CheckRecipePageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/admin/recipes/01abc");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_RecipeOfSomebodyElse_IsNotFound()
    {
        using var administrator = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(administrator, RecipePages.Units("OTHERS"));
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync("Editor", null, [ContentModule.ManageRecipes.Name], PermissionBehavior.Add);
        }

        using var editor = await portal.SignedInAsAsync("editor");

        (await editor.GetPageAsync(RecipePages.List)).Rows("waiting").ShouldBeEmpty();
        using var answer = await editor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_RecipeThatGivesRights_ListsThemFirst()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Recipe(
            """{ "name": "structure", "Units": [{ "Code": "RIGHTS", "Name": "Rights", "Kind": "Directorate" }] }""",
            """{ "name": "Roles", "Roles": [{ "Name": "Wizard", "Permissions": ["ManageSettings"] }] }""",
            """{ "name": "people", "People": [{ "UserName": "merlin", "Email": "merlin@example.org", "GivenName": "Merlin", "Roles": ["Wizard", "Administrator"] }] }"""));

        var page = await client.GetPageAsync(path);

        page.QuerySelector("main ul.govuk-list")!.Children.Select(item => item.TextContent.Trim()).ShouldBe(
        [
            "Wizard: gains the permission ManageSettings (Change the portal's name, theme and other settings)",
            "Merlin (merlin): gains the role Administrator",
            "Merlin (merlin): gains the role Wizard",
        ]);
        page.Rows("kinds").Select(row => row.Split(" | ")[0]).ShouldBe(["Permission", "Role of a person", "Unit", "Role", "Person"]);
        page.Rows("changes")[0].ShouldStartWith("Add | Permission | Wizard gains the permission ManageSettings");
    }

    [Fact]
    public async Task Get_ManyChanges_AreCountedByKindAndPaged()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units(Enumerable.Range(1, 50).Select(number => $"MANY{number}")));

        var first = await client.GetPageAsync(path);
        var last = await client.GetPageAsync($"{path}?kind=Unit&p=3");

        first.Rows("kinds").ShouldBe(["Unit | 50 | 0 | 0"]);
        first.Rows("changes").Count.ShouldBe(20);
        first.Title!.ShouldContain("(page 1 of 3)");
        last.Rows("changes").Count.ShouldBe(10);
        last.QuerySelector("#changes")!.TextContent.ShouldBe("Changes of the kind Unit");
    }

    [Fact]
    public async Task Get_NoRecipe_SaysTheLineAndOffersNoRun()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, "{\n  \"steps\": [ { ]\n}");

        var page = await client.GetPageAsync(path);

        page.Heading().ShouldBe("tried.recipe.json cannot be run");
        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("line 2");
        page.Forms.ShouldNotContain(form => form.Id == "run");
    }

    [Fact]
    public async Task Get_ArchiveThatLeadsElsewhere_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("Recipe.json");
            zip.CreateEntry("../../outside.jpg");
        }

        var page = await client.GetPageAsync(await portal.UploadAsync(client, stream.ToArray(), "evil.zip"));

        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("The archive has a file whose path is not accepted: ../../outside.jpg");
    }

    [Fact]
    public async Task Post_Run_ChangesAndRecordsWhoDidItAndLeadsToTheResult()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units("RUN"));

        var result = await portal.RunAsync(client, path);

        result.Heading().ShouldBe("Tried out was run");
        result.Rows("changes").ShouldBe(["Added | Unit | Unit RUN"]);
        (await portal.HasUnitAsync("RUN")).ShouldBeTrue();
        var (who, what) = (await portal.AuditAsync("RecipeRun"))[0];
        what.ShouldBe("Ran the recipe tried");
        who.ShouldNotBe("The portal");
        (await portal.AuditAsync("UnitImported"))[0].Who.ShouldBe(who);
        (await client.GetPageAsync(RecipePages.List)).Rows("runs")[0].ShouldEndWith($"| {who} | tried");
    }

    [Fact]
    public async Task Post_RunClickedTwice_RunsOnce()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units("TWICE"));
        var page = await client.GetPageAsync(path);
        var before = (await portal.AuditAsync("RecipeRun")).Count;

        var answers = await Task.WhenAll(client.SubmitAsync(page.RunForm(), "Run the recipe", [], []), client.SubmitAsync(page.RunForm(), "Run the recipe", [], []));
        foreach (var answer in answers)
        {
            (await client.PageAtAsync(await portal.FollowAsync(answer))).Heading().ShouldBe("Tried out was run");
            answer.Dispose();
        }

        using var later = await client.SubmitAsync(page.RunForm(), "Run the recipe", [], []);
        later.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AuditAsync("RecipeRun")).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Post_RunAfterThePortalHasChanged_ShowsTheNewListAndAsksAgain()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units("FIRST", "SECOND"));
        var page = await client.GetPageAsync(path);
        await portal.RunDirectlyAsync(RecipePages.Units("FIRST"));

        using var answer = await client.SubmitAsync(page.RunForm(), "Run the recipe", [], []);
        var asked = await client.PageAtAsync(await portal.FollowAsync(answer));

        asked.Heading().ShouldBe("What Tried out would change");
        asked.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("Nothing was changed");
        asked.Rows("changes").ShouldBe(["Add | Unit | Unit SECOND"]);
        (await portal.HasUnitAsync("SECOND")).ShouldBeFalse();
        (await portal.RunAsync(client, path)).Heading().ShouldBe("Tried out was run");
        (await portal.HasUnitAsync("SECOND")).ShouldBeTrue();
    }

    [Fact]
    public async Task Post_RecipeWithProblems_IsRunOnlyWithTheTick()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Recipe(
            """{ "name": "structure", "Units": [{ "Code": "GOESON", "Name": "Goes on", "Kind": "Directorate" }] }""", """{ "name": "Magic" }"""));
        var page = await client.GetPageAsync(path);
        page.Rows("problems").ShouldHaveSingleItem().ShouldStartWith("tried, line 2, Magic | ");

        using (var refused = await client.SubmitAsync(page.RunForm(), "Run the recipe", [], []))
        {
            (await refused.ReadPageAsync()).QuerySelector("#GoOn-error")!.TextContent.ShouldContain("Tick that the recipe goes on");
        }

        (await portal.HasUnitAsync("GOESON")).ShouldBeFalse();
        var result = await portal.RunAsync(client, path, ("GoOn", "true"));
        result.Rows("problems").ShouldHaveSingleItem();
        (await portal.HasUnitAsync("GOESON")).ShouldBeTrue();
    }

    [Fact]
    public async Task PostDiscard_Recipe_IsKeptNoLonger()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units("DISCARDED"));

        using var answer = await client.SubmitAsync((await client.GetPageAsync(path)).FormFor("Discard"));

        answer.Headers.Location!.OriginalString.ShouldBe(RecipePages.List);
        using var gone = await client.GetAsync(path);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<KeptRecipeFile>().FindAsync(path.Split('/')[3])).ShouldBeNull();
    }

    [Fact]
    public async Task PostAgain_AfterThePortalHasChanged_ShowsWhatItWouldChangeNow()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units("AGAIN"));
        var page = await client.GetPageAsync(path);
        await portal.RunDirectlyAsync(RecipePages.Units("AGAIN"));

        using var answer = await client.SubmitAsync(page.FormFor("Again"));
        var again = await client.GetPageAsync(await portal.FollowAsync(answer));

        again.QuerySelector("main")!.TextContent.ShouldContain("The recipe would change nothing");
    }

    [Fact]
    public async Task Get_PortalWasStoppedInTheMidst_SaysThatNothingWasChanged()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var longAgo = DateTime.UtcNow.AddHours(-1);
        var kept = new KeptRecipe
        {
            PersonId = await portal.PersonIdAsync("administrator"),
            FileName = "stopped.recipe.json",
            Name = "Stopped",
            Ships = false,
            State = KeptRecipeState.Running,
            KeptUtc = longAgo,
            BegunUtc = longAgo,
            AliveUtc = longAgo,
            ExpiresUtc = longAgo.AddDays(1),
        };
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Add(kept);
            db.Add(new KeptRecipeFile { Id = kept.Id, Bytes = Encoding.UTF8.GetBytes(RecipePages.Units("STOPPED")) });
            await db.SaveChangesAsync();
        }

        var page = await client.GetPageAsync($"/admin/recipes/{kept.Id}");

        page.Heading().ShouldBe("Stopped was interrupted");
        using var answer = await client.SubmitAsync(page.FormFor("Again"));
        (await client.GetPageAsync(await portal.FollowAsync(answer))).Rows("changes").ShouldBe(["Add | Unit | Unit STOPPED"]);
    }
}

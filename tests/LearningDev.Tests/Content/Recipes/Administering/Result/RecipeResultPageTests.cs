using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Administering.Result;

[Requirement("CMS-05")]
public class RecipeResultPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/admin/recipes/01abc/result");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchRecipe_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync("/admin/recipes/01abc/result");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_RecipeThatIsNotRunYet_LeadsBackToIt()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units("NOTYET"));

        using var answer = await client.GetAsync($"{path}/result");

        answer.Headers.Location!.OriginalString.ShouldBe(path);
    }

    [Fact]
    public async Task Get_Run_SaysWhatWasDone()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Recipe(
            """{ "name": "Roles", "Roles": [{ "Name": "Result", "Permissions": ["ViewAudit"] }] }"""));

        var page = await portal.RunAsync(client, path);

        page.QuerySelector("main ul.govuk-list")!.TextContent.Trim().ShouldBe("Result: gains the permission ViewAudit (See who changed what and when)");
        page.Rows("kinds").ShouldBe(["Permission | 1 | 0 | 0", "Role | 1 | 0 | 0"]);
        page.QuerySelector("main")!.TextContent.ShouldContain("It was done on");
        using var checkPage = await client.GetAsync(path);
        checkPage.Headers.Location!.OriginalString.ShouldBe($"{path}/result");
    }

    [Fact]
    public async Task Get_ManyChanges_ArePaged()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var path = await portal.UploadAsync(client, RecipePages.Units(Enumerable.Range(1, 25).Select(number => $"RESULT{number}")));
        await portal.RunAsync(client, path);

        var page = await client.GetPageAsync($"{path}/result?p=2");

        page.Rows("changes").Count.ShouldBe(5);
        page.Title!.ShouldContain("(page 2 of 2)");
    }
}
